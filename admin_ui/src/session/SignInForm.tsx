import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Person, Refused, type SignInAnswer, signIn } from './api'

/** E-mail and password, and a code where the account asks for one. */
export function SignInForm({ email, onDone }: { email?: string; onDone: (person: Person) => void }) {
  const { t } = useTranslation('session')
  const [challenge, setChallenge] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    setBusy(true)
    setProblem(undefined)
    try {
      next(await signIn(challenge ? { ...given, challenge } : given))
    } catch (error) {
      setProblem(error instanceof Refused ? t(`codes.${error.code}`, error.message) : t('away'))
    } finally {
      setBusy(false)
    }
  }

  function next(answer: SignInAnswer) {
    if ('challenge' in answer) setChallenge(answer.challenge)
    else onDone(answer.person)
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        {problem && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        {challenge ? (
          <TextInput
            key="code"
            name="code"
            label={t('code')}
            description={t('codeHint')}
            autoComplete="one-time-code"
            inputMode="numeric"
            required
            data-autofocus
          />
        ) : (
          <>
            <TextInput
              name="email"
              type="email"
              label={t('email')}
              defaultValue={email}
              autoComplete="username"
              required
            />
            <PasswordInput
              name="password"
              label={t('password')}
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            />
          </>
        )}
        <Button type="submit" loading={isBusy} fullWidth>
          {t('signIn')}
        </Button>
      </Stack>
    </form>
  )
}
