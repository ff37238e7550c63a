import { Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type Challenge, type Person, signIn } from './api'
import { TroubleNotice } from './TroubleNotice'
import { type Trouble, useAttempt } from './useAttempt'

type Props = {
  email?: string
  /** Why this step is asked for again. */
  before?: Trouble
  onDone: (answer: Person | Challenge) => void
  onForgotten?: () => void
}

export function PasswordStep({ email, before, onDone, onForgotten }: Props) {
  const { t } = useTranslation('session')
  const { attempt, trouble, isBusy } = useAttempt()

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    void attempt(async () => onDone(await signIn(String(given.get('email')), String(given.get('password')))))
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <TroubleNotice trouble={trouble ?? before} />
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          defaultValue={email}
          readOnly={email !== undefined}
          autoComplete="username"
          required
        />
        <PasswordInput
          name="password"
          label={t('password')}
          autoComplete="current-password"
          required
          data-autofocus={email !== undefined || undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <Button type="submit" loading={isBusy} fullWidth>
          {t('signIn')}
        </Button>
        {onForgotten && (
          <Group justify="center">
            <Anchor component="button" type="button" size="sm" onClick={onForgotten}>
              {t('forgotten')}
            </Anchor>
          </Group>
        )}
      </Stack>
    </form>
  )
}
