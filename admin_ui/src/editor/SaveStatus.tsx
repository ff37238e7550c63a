import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCloudOff, IconLoader, IconPencil } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaveState, Saving } from './useAutosave'

const ICONS: Record<SaveState, ComponentType<{ size: number; 'aria-hidden': true }>> = {
  saved: IconCheck,
  changed: IconPencil,
  saving: IconLoader,
  away: IconCloudOff,
  refused: IconAlertTriangle,
  conflict: IconAlertTriangle,
}

/** Whether what one wrote is safe. */
export function SaveStatus({ saving }: { saving: Saving }) {
  const { t } = useTranslation('editor')
  const Icon = ICONS[saving.state]
  const isBad = saving.state === 'away' || saving.state === 'refused' || saving.state === 'conflict'
  return (
    <Group gap="xs">
      <Text
        size="sm"
        c={isBad ? 'red' : 'dimmed'}
        role="status"
        style={{ display: 'flex', gap: 6, alignItems: 'center' }}
      >
        <Icon size={16} aria-hidden />
        {t(`save.${saving.state}`)}
      </Text>
      {saving.state !== 'saved' && (
        <Button size="xs" variant="default" onClick={() => void saving.save()} loading={saving.state === 'saving'}>
          {t('save.now')}
        </Button>
      )}
    </Group>
  )
}
