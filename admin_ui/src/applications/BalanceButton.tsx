import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { Refusal } from '../ui/Refusal'
import { BalanceReviewersDocument } from './gql/graphql'

/** Gives what wants reviewers to those who have least to do. */
export function BalanceButton({ call, cutoff }: { call: string; cutoff?: string }) {
  const { t } = useTranslation(['applications', 'ui'])
  const [isOpen, { open, close }] = useDisclosure()
  const [each, setEach] = useState(2)
  const { run, refusal, isBusy } = useVerb(BalanceReviewersDocument, { touches: ['Application', 'CallReviewer'] })

  async function share() {
    const result = await run({ call, cutoff: cutoff ?? null, each })
    if (!result) return
    notifications.show({ message: t('shared', { count: result.applications?.length ?? 0 }) })
    close()
  }

  return (
    <>
      <Button variant="default" leftSection={<IconScale size={18} aria-hidden />} onClick={open}>
        {t('balance')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('balance')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
        <Stack>
          <Text size="sm">{t('balanceHint')}</Text>
          <NumberInput
            label={t('each')}
            value={each}
            onChange={(value) => setEach(Number(value) || 1)}
            min={1}
            max={5}
            data-autofocus
          />
          <Refusal refusal={refusal} area="applications" />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('ui:cancel')}
            </Button>
            <Button onClick={() => void share()} loading={isBusy}>
              {t('balance')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
