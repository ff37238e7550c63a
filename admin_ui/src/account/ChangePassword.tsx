import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { NewPasswordInput } from '../session/NewPasswordInput'
import { useSession } from '../session/SessionProvider'
import { problemOf, Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { ChangePasswordDocument } from './gql/graphql'

/** Ends every other session; this one goes on by signing in with the new password at once. */
export function ChangePassword({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation(['account', 'session'])
  const { person, renew } = useSession()
  const { run, refusal, isBusy } = useVerb(ChangePasswordDocument)
  const form = useRef<HTMLFormElement>(null)

  async function change(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [current, next] = [String(given.get('current')), String(given.get('new'))]
    if (!(await run({ current, new: next }))) return
    form.current?.reset()
    await renew(next)
    notifications.show({ message: t('password.changed'), color: 'teal' })
  }

  return (
    <Section title={t('password.title')} hint={hasPassword ? t('password.hint') : undefined}>
      {hasPassword ? (
        <form onSubmit={change} ref={form}>
          <Stack maw={420}>
            <Refusal refusal={refusal} fields={['current', 'new']} area="account" />
            <input type="hidden" name="username" autoComplete="username" value={person.email} />
            <PasswordInput
              name="current"
              label={t('password.current')}
              error={problemOf(refusal, 'current', t)}
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={{ 'aria-label': t('session:showPassword') }}
            />
            <NewPasswordInput name="new" problems={refusal?.problems ?? []} />
            <Group>
              <Button type="submit" loading={isBusy}>
                {t('password.change')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Text>{t('password.none')}</Text>
      )}
    </Section>
  )
}
