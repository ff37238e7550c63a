import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Refused } from './Refused'
import type { Publishing } from './usePublishing'

type Props = {
  publishing: Publishing
  step: string
  label: string
  isGrave?: boolean
  isOff?: boolean
  onConfirm: () => void
}

/** What was refused, the way back, and the step itself. */
export function DialogFoot({ publishing, step, label, isGrave = false, isOff = false, onConfirm }: Props) {
  const { t } = useTranslation('ui')
  return (
    <Stack gap="sm">
      <Refused publishing={publishing} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={publishing.close} data-autofocus={isGrave || undefined}>
          {t('cancel')}
        </Button>
        <Button
          color={isGrave ? 'red' : undefined}
          onClick={onConfirm}
          loading={publishing.busy === step}
          disabled={isOff}
        >
          {label}
        </Button>
      </Group>
    </Stack>
  )
}
