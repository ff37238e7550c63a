import { Center, Overlay, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Over the whole window while files are held over it. */
export function DropCover() {
  const { t } = useTranslation('files')
  return (
    <Overlay
      fixed
      zIndex={400}
      blur={3}
      color="var(--mantine-color-body)"
      backgroundOpacity={0.85}
      aria-hidden
      style={{ pointerEvents: 'none' }}
    >
      <Center h="100%">
        <Stack align="center" gap="xs">
          <IconUpload size={40} stroke={1.25} aria-hidden />
          <Text fw={600}>{t('letGo')}</Text>
          <Text c="dimmed">{t('accepted')}</Text>
        </Stack>
      </Center>
    </Overlay>
  )
}
