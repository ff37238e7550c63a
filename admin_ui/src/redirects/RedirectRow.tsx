import { Anchor, Button, Code, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useVerb } from '../api/useVerb'
import { day } from '../i18n/format'
import { GENTLE } from '../ui/confirm'
import { ListedRow } from '../ui/ListedRow'
import { Refusal } from '../ui/Refusal'
import { type ListedRedirectFragment, RemoveRedirectDocument } from './gql/graphql'

/** One old address, and where it leads today. */
export function RedirectRow({ redirect }: { redirect: ListedRedirectFragment }) {
  const { t } = useTranslation(['redirects', 'ui'])
  const { run, refusal, isBusy } = useVerb(RemoveRedirectDocument)
  const { id, item, by, at } = redirect
  const path = `/${redirect.locale}${redirect.path}`

  async function remove() {
    if (await run({ id })) notifications.show({ message: t('removed', { path }), color: 'teal' })
  }

  function ask() {
    modals.openConfirmModal({
      title: t('sure', { path }),
      children: t('sureHint'),
      labels: { confirm: t('remove'), cancel: t('ui:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: GENTLE,
      closeButtonProps: { 'aria-label': t('ui:close') },
      onConfirm: () => void remove(),
    })
  }

  const button = (
    <Button
      size="xs"
      variant="subtle"
      color="red"
      c="red"
      loading={isBusy}
      onClick={ask}
      aria-label={t('removeOne', { path })}
    >
      {t('remove')}
    </Button>
  )
  return (
    <ListedRow actions={button}>
      <Group gap="xs">
        <Code fz="sm">{path}</Code>
        <IconArrowRight size={16} role="img" aria-label={t('leadsTo')} />
        {item ? (
          <Anchor component={Link} to={`/content/${item.type}/${item.id}`} size="sm">
            {item.title || t('untitled')}
          </Anchor>
        ) : (
          <Text size="sm" c="dimmed">
            {t('hidden')}
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {by ? t('byHand', { at: day(at), by: by.name ?? t('somebody') }) : t('byItself', { at: day(at) })}
      </Text>
      <Refusal refusal={refusal} area="redirects" />
    </ListedRow>
  )
}
