import { Alert, Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { requestReset } from './api'
import { TroubleNotice } from './TroubleNotice'
import { useAttempt } from './useAttempt'

/** Asks for a mail with a link; nobody learns here who has an account. */
export function ForgottenPassword({ onBack }: { onBack?: () => void }) {
  const { t } = useTranslation('session')
  const { attempt, trouble, isBusy } = useAttempt()
  const [asked, setAsked] = useState<string>()

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email'))
    void attempt(async () => {
      await requestReset(email)
      setAsked(email)
    })
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <TroubleNotice trouble={trouble} />
        {asked ? (
          <Alert color="teal" variant="light" role="status">
            {t('linkAsked', { email: asked })}
          </Alert>
        ) : (
          <>
            <Text size="sm">{t('forgottenHint')}</Text>
            <TextInput name="email" type="email" label={t('email')} autoComplete="username" required />
            <Button type="submit" loading={isBusy} fullWidth>
              {t('sendLink')}
            </Button>
          </>
        )}
        {onBack && (
          <Group justify="center">
            <Anchor component="button" type="button" size="sm" onClick={onBack}>
              {t('back')}
            </Anchor>
          </Group>
        )}
      </Stack>
    </form>
  )
}
