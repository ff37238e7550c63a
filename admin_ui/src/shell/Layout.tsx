import { AppShell, Burger, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation } from 'react-router'
import { PaletteHost } from '../commands/PaletteHost'
import { AccountMenu } from './AccountMenu'
import { Navigation } from './Navigation'
import { SkipLink } from './SkipLink'

/** The frame of every screen: where one can go, who one is, and the screen itself. */
export function Layout() {
  const { t } = useTranslation('shell')
  const [isOpen, menu] = useDisclosure(false)
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the menu
  useEffect(() => menu.close(), [pathname])
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}>
      <SkipLink to={main} />
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={isOpen} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={t('menu')} />
            <Text component={Link} to="/" fw={700} c="inherit" td="none">
              Cluster CMS
            </Text>
          </Group>
          <PaletteHost />
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t('navigation')}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main ref={main} tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}
