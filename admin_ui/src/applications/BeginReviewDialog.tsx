import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../ui/Refusal'
import { BeginReviewDocument, type OneApplicationFragment } from './gql/graphql'
import { useStep } from './useStep'

type Props = { application: OneApplicationFragment; onClose: () => void }

/** From here on reviewers score it, and nothing in it is changed any more. */
export function BeginReviewDialog({ application, onClose }: Props) {
  const { t } = useTranslation(['applications', 'ui'])
  const { run, refusal, isBusy } = useStep(BeginReviewDocument)

  async function begin() {
    if (await run({ id: application.id })) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('steps.BEGIN_REVIEW')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack>
        <Text size="sm">{t('beginHint', { count: application.progress.assigned })}</Text>
        <Refusal refusal={refusal} area="applications" />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => void begin()} data-autofocus>
            {t('steps.BEGIN_REVIEW')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
