import { NavLink, ScrollArea, Stack, Text } from '@mantine/core'
import { IconHome } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink as RouterLink } from 'react-router'
import { GROUPS } from '../content-types/groups'

/** Where one can go. */
export function Navigation() {
  const { t } = useTranslation(['shell', 'content-types'])
  return (
    <ScrollArea type="auto" h="100%">
      <Entry to="/" label={t('home')} icon={<IconHome size={18} aria-hidden />} />
      {Object.entries(GROUPS).map(([group, types]) => (
        <Stack key={group} gap={0} mt="md">
          <Text size="xs" fw={600} c="dimmed" px="sm" pb={4}>
            {t(`groups.${group}`)}
          </Text>
          {types.map(({ name, icon: Icon }) => (
            <Entry
              key={name}
              to={`/content/${name}`}
              label={t(`content-types:plural.${name}`)}
              icon={<Icon size={18} aria-hidden />}
            />
          ))}
        </Stack>
      ))}
    </ScrollArea>
  )
}

function Entry({ to, label, icon }: { to: string; label: string; icon: ReactNode }) {
  return (
    <RouterLink to={to} end={to === '/'} style={{ textDecoration: 'none', color: 'inherit' }}>
      {({ isActive }) => <NavLink component="span" active={isActive} label={label} leftSection={icon} />}
    </RouterLink>
  )
}
