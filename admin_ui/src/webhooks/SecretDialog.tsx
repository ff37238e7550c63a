import { Alert, Button, Modal, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OnceShown } from '../ui/OnceShown'

/** The secret with which the receiver verifies messages; closing it is the end of it. */
export function SecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'ui'])
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('secret')}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack>
        <Alert color="yellow" variant="light">
          {t('secretHint')}
        </Alert>
        <OnceShown value={secret} label={t('secret')} />
        <Button onClick={onClose}>{t('secretKept')}</Button>
      </Stack>
    </Modal>
  )
}
