import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader, IconPencil } from '@tabler/icons-react'
import { type ComponentType, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaveState, Saving } from '../editing/useAutosave'

const ICONS: Record<SaveState, ComponentType<{ size: number; 'aria-hidden': true }>> = {
  saved: IconCheck,
  changed: IconPencil,
  saving: IconLoader,
  away: IconCloudOff,
  failed: IconAlertTriangle,
  refused: IconAlertTriangle,
  conflict: IconAlertTriangle,
  gone: IconAlertTriangle,
  forbidden: IconAlertTriangle,
}

const BAD: SaveState[] = ['away', 'failed', 'refused', 'conflict', 'gone', 'forbidden']
const SLOW_MS = 5000

/** Whether what one wrote is safe. */
export function SaveStatus({ saving }: { saving: Saving }) {
  const { t } = useTranslation('item')
  const Icon = ICONS[saving.state]
  const isSlow = useSlow(saving.state === 'saving')
  const isBad = BAD.includes(saving.state)
  return (
    <Group gap="xs">
      <Text
        size="sm"
        c={isBad ? 'red' : 'dimmed'}
        role="status"
        style={{ display: 'flex', gap: 6, alignItems: 'center' }}
      >
        <Icon size={16} aria-hidden />
        {t(isSlow ? 'save.slow' : `save.${saving.state}`)}
      </Text>
      {saving.state !== 'saved' && saving.state !== 'conflict' && (
        <Button size="xs" variant="default" onClick={() => void saving.save()} loading={saving.state === 'saving'}>
          {t('save.now')}
        </Button>
      )}
    </Group>
  )
}

/** Whether something takes so long that one begins to worry. */
function useSlow(isRunning: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isRunning) return setSlow(false)
    const timer = window.setTimeout(() => setSlow(true), SLOW_MS)
    return () => window.clearTimeout(timer)
  }, [isRunning])
  return isSlow
}
