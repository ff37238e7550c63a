import { Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { CodeForm } from './CodeForm'
import { TurnOffSecondFactorDocument } from './gql/graphql'

export function TurnOff({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['account', 'ui'])
  const { run, refusal, isBusy } = useVerb(TurnOffSecondFactorDocument)

  async function turnOff(code: string) {
    if (await run({ code })) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('factor.turnOff')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
      centered
    >
      <Stack>
        <Text size="sm">{t('factor.turnOffHint')}</Text>
        <CodeForm
          refusal={refusal}
          isBusy={isBusy}
          submit={t('factor.turnOff')}
          color="red"
          takesRecovery
          onCode={turnOff}
        />
      </Stack>
    </Modal>
  )
}
