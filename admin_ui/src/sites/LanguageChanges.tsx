import { Alert, Button, Group, List, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useVerb } from '../api/useVerb'
import { useEdited } from '../editing/EditedContext'
import { useRefresh } from '../editing/useRefresh'
import { languageName, number } from '../i18n/format'
import { GENTLE } from '../ui/confirm'
import { Refusal } from '../ui/Refusal'
import { chainInWords } from './chainInWords'
import { LiveInLanguageDocument, LiveSiteDocument, PublishSiteDocument } from './gql/graphql'
import { chainOf, changesOf, type Languages, languagesOf } from './languages'

/** What publishing the site with these languages means to visitors, compared with what is live. */
export function LanguageChanges({ next }: { next: Languages }) {
  const { t } = useTranslation('sites')
  const { item } = useEdited()
  const version = Math.max(0, ...item.states.map((one) => one.liveVersion ?? 0))
  const [{ data }] = useQuery({ query: LiveSiteDocument, variables: { id: item.id, version }, pause: !version })
  const live = version ? data?.itemVersion?.data : undefined
  if (!version) {
    return (
      <Text size="sm" c="dimmed">
        {t('notLiveYet')}
      </Text>
    )
  }
  if (!live) return null
  const { added, removed, otherwise, main } = changesOf(languagesOf(live as Record<string, unknown>), next)
  if (!added.length && !removed.length && !otherwise.length && !main) return null
  return (
    <Alert color="blue" variant="light" icon={<IconLanguage />} title={t('changes')}>
      <List size="sm">
        {added.map((one) => (
          <List.Item key={one}>
            {t('added', { language: languageName(one), locale: one })} {chainInWords(t, one, chainOf(one, next))}
          </List.Item>
        ))}
        {removed.map((one) => (
          <Removed key={one} locale={one} />
        ))}
        {otherwise.map((one) => (
          <List.Item key={one}>{chainInWords(t, one, chainOf(one, next))}</List.Item>
        ))}
        {main && <List.Item>{t('mainChanges', { language: languageName(main) })}</List.Item>}
      </List>
      <Text size="sm" mt="xs">
        {t('changesWhen')}
      </Text>
      {removed.length > 0 && <Insist removed={removed} />}
    </Alert>
  )
}

function useLiveCount(locale: string) {
  const { item } = useEdited()
  const [{ data }] = useQuery({ query: LiveInLanguageDocument, variables: { site: item.site, locale } })
  return data?.items
}

function Removed({ locale }: { locale: string }) {
  const { t } = useTranslation('sites')
  const found = useLiveCount(locale)
  const language = languageName(locale)
  const count = found?.totalCount ?? 0
  return (
    <List.Item>
      {t('removed', { language })} {count > 0 && t('removedItems', { count, shown: number(count), language })}
    </List.Item>
  )
}

/** A language in which items are live does not go by a mere click on "Publish": this is the way to let it go. */
function Insist({ removed }: { removed: string[] }) {
  const { t } = useTranslation(['sites', 'ui'])
  const { item, locale, saving, problems } = useEdited()
  const refresh = useRefresh()
  const { run, refusal, isBusy } = useVerb(PublishSiteDocument)
  const languages = removed.map(languageName).join(', ')
  const isStopped = problems.some(({ code }) => code === 'LOCALE_IN_USE')
  if (!isStopped || !item.rights.includes('publish')) return null

  async function publish() {
    if (!(await saving.save()) || !(await run({ id: item.id, locales: [locale], evenIfUsed: true }))) return
    await refresh()
    notifications.show({ message: t('insist.done', { languages }), color: 'teal' })
  }

  function ask() {
    modals.openConfirmModal({
      title: t('insist.sure', { languages }),
      children: t('insist.hint'),
      labels: { confirm: t('insist.do', { languages }), cancel: t('ui:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: GENTLE,
      closeButtonProps: { 'aria-label': t('ui:close') },
      onConfirm: () => void publish(),
    })
  }

  return (
    <Group mt="xs">
      <Button size="xs" variant="default" c="red" loading={isBusy} onClick={ask}>
        {t('insist.do', { languages })}
      </Button>
      <Refusal refusal={refusal} area="sites" />
    </Group>
  )
}
