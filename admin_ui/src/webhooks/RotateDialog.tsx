import { Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { Refusal } from '../ui/Refusal'
import { RotateSecretDocument } from './gql/graphql'

type Props = { id: string; onClose: () => void; onSecret: (secret: string) => void }

/** A new secret, and how long the old one still counts. */
export function RotateDialog({ id, onClose, onSecret }: Props) {
  const { t } = useTranslation(['webhooks', 'ui'])
  const { run, refusal, isBusy } = useVerb(RotateSecretDocument)
  const [how, setHow] = useState('overlap')

  async function rotate() {
    const done = await run({ id, atOnce: how === 'at_once' })
    if (!done?.created) return
    onSecret(done.created.secret)
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('rotate.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack>
        <Refusal refusal={refusal} area="webhooks" />
        <Radio.Group label={t('rotate.label')} value={how} onChange={setHow}>
          <Stack gap="xs" mt="xs">
            {(['overlap', 'at_once'] as const).map((one) => (
              <Radio key={one} value={one} label={t(`rotate.${one}`)} description={t(`rotate.${one}Hint`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button loading={isBusy} onClick={rotate}>
            {t('rotate.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
