import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Challenge, type Person, Refused, sendCode } from './api'
import { TroubleNotice } from './TroubleNotice'
import { useAttempt } from './useAttempt'

/** As many as the server allows before it wants the password again. */
const MOST_TRIES = 5

type Props = { challenge: Challenge; onDone: (person: Person) => void; onBack: (why: 'over' | 'wanted') => void }

/** The second step: a code of the authenticator app, or one on paper. */
export function CodeStep({ challenge, onDone, onBack }: Props) {
  const { t } = useTranslation('session')
  const { attempt, trouble, isBusy, setTrouble } = useAttempt()
  const field = useRef<HTMLInputElement>(null)
  const tries = useRef(0)
  useEffect(() => field.current?.focus(), [])

  async function enter(code: string) {
    try {
      onDone(await sendCode(challenge, code))
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'SIGN_IN_FAILED') throw error
      tries.current += 1
      if (tries.current >= MOST_TRIES || Date.now() > challenge.over) onBack('over')
      else setTrouble(new Refused('WRONG_CODE', error.message))
      field.current?.select()
    }
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code')).trim()
    void attempt(() => enter(code))
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <TroubleNotice trouble={trouble} />
        <TextInput
          ref={field}
          name="code"
          label={t('code')}
          description={t('codeHint')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          required
          data-autofocus
        />
        <Button type="submit" loading={isBusy} fullWidth>
          {t('signIn')}
        </Button>
        <Group justify="center">
          <Anchor component="button" type="button" size="sm" onClick={() => onBack('wanted')}>
            {t('back')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  )
}
