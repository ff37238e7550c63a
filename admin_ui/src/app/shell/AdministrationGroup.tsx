import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEveryText } from '../../i18n'
import { useRights } from '../../session/useRights'
import { allowedEntries } from '../administration'
import { NavigationEntry } from './NavigationEntry'

/** What the person may administer; no heading where that is nothing. */
export function AdministrationGroup() {
  const { t } = useTranslation('shell')
  const entries = allowedEntries(useRights().roles)
  const isNamed = useEveryText()
  if (!entries.length || !isNamed) return null
  return (
    <Stack gap={0} mt="md">
      <Text size="xs" fw={600} c="dimmed" px="sm" pb={4}>
        {t('groups.administration')}
      </Text>
      {entries.map(({ to, label, icon: Icon }) => (
        <NavigationEntry key={to} to={to} label={t(label)} icon={<Icon size={18} aria-hidden />} />
      ))}
    </Stack>
  )
}
