import { Button, Code, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { Copy } from '../ui/OnceShown'
import { problemOf, Refusal } from '../ui/Refusal'
import { CodeForm } from './CodeForm'
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument } from './gql/graphql'
import { QrCode } from './QrCode'
import { RecoveryCodes } from './RecoveryCodes'

type Enrolment = { secret: string; uri: string }
type Props = { email: string; hasPassword: boolean; onClose: () => void }

/** Three steps: the password, the app reads the picture and shows a code, the recovery codes are put away. */
export function TurnOn({ email, hasPassword, onClose }: Props) {
  const { t } = useTranslation('account')
  const [enrolment, setEnrolment] = useState<Enrolment>()
  const [codes, setCodes] = useState<string[]>()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(codes ? 'codes.title' : 'factor.turnOn')}
      closeOnClickOutside={!codes}
      closeOnEscape={!codes}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      centered
    >
      {!enrolment && <Begin hasPassword={hasPassword} onBegun={setEnrolment} />}
      {enrolment && !codes && <Confirm enrolment={enrolment} onConfirmed={setCodes} />}
      {codes && <RecoveryCodes codes={codes} email={email} onDone={onClose} />}
    </Modal>
  )
}

function Begin({ hasPassword, onBegun }: { hasPassword: boolean; onBegun: (enrolment: Enrolment) => void }) {
  const { t } = useTranslation(['account', 'session'])
  const { run, refusal, isBusy } = useVerb(BeginSecondFactorDocument)

  async function begin(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = hasPassword ? String(new FormData(event.currentTarget).get('password')) : null
    const done = await run({ password })
    if (done?.enrolment) onBegun(done.enrolment)
  }

  return (
    <form onSubmit={begin}>
      <Stack>
        <Text size="sm">{t('factor.needsApp')}</Text>
        <Refusal refusal={refusal} fields={['password']} area="account" />
        {hasPassword && (
          <PasswordInput
            name="password"
            label={t('session:password')}
            error={problemOf(refusal, 'password', t)}
            autoComplete="current-password"
            required
            data-autofocus
            visibilityToggleButtonProps={{ 'aria-label': t('session:showPassword') }}
          />
        )}
        <Button type="submit" loading={isBusy}>
          {t('factor.next')}
        </Button>
      </Stack>
    </form>
  )
}

function Confirm({ enrolment, onConfirmed }: { enrolment: Enrolment; onConfirmed: (codes: string[]) => void }) {
  const { t } = useTranslation('account')
  const { run, refusal, isBusy } = useVerb(ConfirmSecondFactorDocument)

  async function confirm(code: string) {
    const done = await run({ code: code.replaceAll(' ', '') })
    if (done?.recoveryCodes) onConfirmed(done.recoveryCodes)
  }

  return (
    <Stack>
      <Text size="sm">{t('factor.scan')}</Text>
      <QrCode text={enrolment.uri} label={t('factor.picture')} />
      <Text size="sm">{t('factor.orType')}</Text>
      <Stack gap={4} align="center">
        <Code fz="sm" data-testid="secret" style={{ wordBreak: 'break-all' }}>
          {inGroups(enrolment.secret)}
        </Code>
        <Copy value={enrolment.secret} />
      </Stack>
      <CodeForm refusal={refusal} isBusy={isBusy} submit={t('factor.confirm')} onCode={confirm} />
    </Stack>
  )
}

/** As people type it: four letters at a time. */
function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
