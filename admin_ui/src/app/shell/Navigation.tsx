import { Stack, Text } from '@mantine/core'
import { IconHome } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { GROUPS } from '../../content-types/groups'
import { AdministrationGroup } from './AdministrationGroup'
import { ApplicationsEntry } from './ApplicationsEntry'
import { NavigationEntry } from './NavigationEntry'

/** Where one can go. */
export function Navigation() {
  const { t } = useTranslation(['shell', 'content-types'])
  return (
    <>
      <NavigationEntry to="/" label={t('home')} icon={<IconHome size={18} aria-hidden />} />
      {Object.entries(GROUPS).map(([group, types]) => (
        <Stack key={group} gap={0} mt="md">
          <Text size="xs" fw={600} c="dimmed" px="sm" pb={4}>
            {t(`groups.${group}`)}
          </Text>
          {types.map(({ name, icon: Icon, ...screen }) => (
            <NavigationEntry
              key={name}
              to={'to' in screen ? screen.to : `/content/${name}`}
              label={t(`content-types:plural.${name}`)}
              icon={<Icon size={18} aria-hidden />}
            />
          ))}
        </Stack>
      ))}
      <ApplicationsEntry />
      <AdministrationGroup />
    </>
  )
}
