import { Button, Group, NativeSelect, Stack, Switch, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { chooseLanguage, LANGUAGES, type Language } from '../i18n'
import { useSession } from '../session/SessionProvider'
import { problemOf, Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { ChangeProfileDocument, type OwnAccountQuery } from './gql/graphql'

const OPTIONS = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))

/** Name, language, and whether one wants mails; saved together. */
export function Profile({ viewer }: { viewer: OwnAccountQuery['viewer'] }) {
  const { t } = useTranslation(['account', 'ui'])
  const { rename } = useSession()
  const { run, refusal, isBusy } = useVerb(ChangeProfileDocument)
  const [given, setGiven] = useState({
    name: viewer.name,
    locale: viewer.locale,
    notifications: viewer.notifications,
  })

  async function save(event: FormEvent) {
    event.preventDefault()
    const done = await run(given)
    if (!done?.viewer) return
    rename(done.viewer.name)
    await chooseLanguage(done.viewer.locale as Language)
    notifications.show({ message: t('profile.saved'), color: 'teal' })
  }

  return (
    <Section title={t('parts.profile')}>
      <form onSubmit={save}>
        <Stack maw={420}>
          <Refusal refusal={refusal} fields={['name', 'locale']} area="account" />
          <TextInput
            label={t('profile.name')}
            description={t('profile.nameHint')}
            value={given.name}
            error={problemOf(refusal, 'name', t)}
            onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
            autoComplete="name"
            maxLength={200}
            required
          />
          <TextInput
            label={t('profile.email')}
            description={t('profile.emailHint')}
            value={viewer.email}
            variant="filled"
            readOnly
          />
          <NativeSelect
            label={t('profile.language')}
            description={t('profile.languageHint')}
            data={OPTIONS}
            value={given.locale}
            onChange={(event) => setGiven({ ...given, locale: event.currentTarget.value })}
          />
          <Switch
            label={t('profile.mails')}
            description={t('profile.mailsHint')}
            checked={given.notifications}
            onChange={(event) => setGiven({ ...given, notifications: event.currentTarget.checked })}
          />
          <Group>
            <Button type="submit" loading={isBusy}>
              {t('ui:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
