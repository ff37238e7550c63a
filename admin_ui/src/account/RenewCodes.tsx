import { Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { CodeForm } from './CodeForm'
import { RenewRecoveryCodesDocument } from './gql/graphql'
import { RecoveryCodes } from './RecoveryCodes'

export function RenewCodes({ email, onClose }: { email: string; onClose: () => void }) {
  const { t } = useTranslation(['account', 'ui'])
  const { run, refusal, isBusy } = useVerb(RenewRecoveryCodesDocument)
  const [codes, setCodes] = useState<string[]>()

  async function renew(code: string) {
    const done = await run({ code })
    if (done?.recoveryCodes) setCodes(done.recoveryCodes)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(codes ? 'codes.title' : 'factor.renew')}
      closeOnClickOutside={!codes}
      closeOnEscape={!codes}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      centered
    >
      {codes ? (
        <RecoveryCodes codes={codes} email={email} onDone={onClose} />
      ) : (
        <Stack>
          <Text size="sm">{t('factor.renewHint')}</Text>
          <CodeForm refusal={refusal} isBusy={isBusy} submit={t('factor.renew')} takesRecovery onCode={renew} />
        </Stack>
      )}
    </Modal>
  )
}
