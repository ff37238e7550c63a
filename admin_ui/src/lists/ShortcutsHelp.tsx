import { Group, Kbd, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const KEYS = [
  { keys: ['/'], does: 'search' },
  { keys: ['j', '↓'], does: 'down' },
  { keys: ['k', '↑'], does: 'up' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['x'], does: 'select' },
  { keys: ['Esc'], does: 'clear' },
  { keys: ['n'], does: 'create' },
  { keys: ['Ctrl K'], does: 'commands' },
  { keys: ['?'], does: 'help' },
] as const

/** What single keys do in a list. */
export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['lists', 'ui'])
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack gap="xs">
        {KEYS.map(({ keys, does }) => (
          <Group key={does} justify="space-between">
            <Text size="sm">{t(`keys.${does}`)}</Text>
            <Group gap={4}>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  )
}
