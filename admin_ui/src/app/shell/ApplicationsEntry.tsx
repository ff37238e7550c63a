import { Stack, Text } from '@mantine/core'
import { IconClipboardCheck, IconListNumbers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEveryText } from '../../i18n'
import { useRights } from '../../session/useRights'
import { NavigationEntry } from './NavigationEntry'

const ALL = ['manage_applications', 'decide_applications']

/** In the menu of those who have a part in reviewing. */
export function ApplicationsEntry() {
  const { t } = useTranslation('applications')
  const { may } = useRights()
  const isNamed = useEveryText()
  const seesAll = ALL.some((right) => may(right))
  if (!isNamed || !(seesAll || may('review_applications'))) return null
  return (
    <Stack gap={0} mt="md">
      <Text size="xs" fw={600} c="dimmed" px="sm" pb={4}>
        {t('group')}
      </Text>
      <NavigationEntry to="/applications" label={t('title')} icon={<IconClipboardCheck size={18} aria-hidden />} />
      {seesAll && (
        <NavigationEntry to="/ranking" label={t('ranking')} icon={<IconListNumbers size={18} aria-hidden />} />
      )}
    </Stack>
  )
}
