import { Button, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal as Why } from '../api/useVerb'
import { problemOf, Refusal } from '../ui/Refusal'

type Props = {
  refusal?: Why
  isBusy: boolean
  submit: string
  color?: string
  /** Whether one on paper will do, too. */
  takesRecovery?: boolean
  onCode: (code: string) => void
}

/** Asks for a code of the authenticator app. */
export function CodeForm({ refusal, isBusy, submit, color, takesRecovery = false, onCode }: Props) {
  const { t } = useTranslation('account')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  function given(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    onCode(String(new FormData(event.currentTarget).get('code')).trim())
  }

  return (
    <form onSubmit={given}>
      <Stack>
        <Refusal refusal={refusal} fields={['code']} area="account" />
        <TextInput
          ref={field}
          name="code"
          label={t('factor.code')}
          description={t(takesRecovery ? 'factor.codeHint' : 'factor.codeOfApp')}
          error={problemOf(refusal, 'code', t)}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          required
        />
        <Button type="submit" loading={isBusy} color={color}>
          {submit}
        </Button>
      </Stack>
    </form>
  )
}
