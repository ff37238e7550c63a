import { Alert, Button, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { type Problem, Refused, setPassword } from './api'
import { Doorway } from './Doorway'
import { ForgottenPassword } from './ForgottenPassword'
import { NewPasswordInput } from './NewPasswordInput'
import { TroubleNotice } from './TroubleNotice'
import { useAttempt } from './useAttempt'

/** Where the links of invitations and of forgotten passwords lead. */
export function SetPasswordPage() {
  const { t } = useTranslation('session')
  const [wanted] = useSearchParams()
  const [state, setState] = useState<'asked' | 'over' | 'done'>('asked')
  return (
    <Doorway title={t('setPassword')}>
      {state === 'asked' && (
        <SetPasswordForm
          token={wanted.get('token') ?? ''}
          onDone={() => setState('done')}
          onOver={() => setState('over')}
        />
      )}
      {state === 'over' && <LinkOver />}
      {state === 'done' && <PasswordIsSet />}
    </Doorway>
  )
}

function SetPasswordForm({ token, onDone, onOver }: { token: string; onDone: () => void; onOver: () => void }) {
  const { t } = useTranslation('session')
  const { attempt, trouble, isBusy } = useAttempt()
  const problems = trouble instanceof Refused ? trouble.problems : []

  async function set(password: string) {
    try {
      await setPassword(token, password)
      onDone()
    } catch (error) {
      if (!isOver(error)) throw error
      onOver()
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    void attempt(() => set(password))
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <TroubleNotice trouble={problems.length ? undefined : trouble} />
        <NewPasswordInput name="password" problems={problems} />
        <Button type="submit" loading={isBusy} fullWidth>
          {t('setPassword')}
        </Button>
      </Stack>
    </form>
  )
}

function LinkOver() {
  const { t } = useTranslation('session')
  return (
    <Stack>
      <Alert color="yellow" variant="light" role="alert">
        {t('problems.LINK_OVER')}
      </Alert>
      <ForgottenPassword />
    </Stack>
  )
}

function PasswordIsSet() {
  const { t } = useTranslation('session')
  return (
    <Stack>
      <Text role="status">{t('passwordSet')}</Text>
      <Button component={Link} to="/">
        {t('signIn')}
      </Button>
    </Stack>
  )
}

function isOver(error: unknown): boolean {
  const problems: Problem[] = error instanceof Refused ? error.problems : []
  return problems.some((one) => one.code === 'LINK_OVER')
}
