import { NavLink } from '@mantine/core'
import type { ReactNode } from 'react'
import { NavLink as RouterLink } from 'react-router'

/** One screen in the menu; marked while it is open. */
export function NavigationEntry({ to, label, icon }: { to: string; label: string; icon: ReactNode }) {
  return (
    <RouterLink to={to} end={to === '/'} style={{ textDecoration: 'none', color: 'inherit' }}>
      {({ isActive }) => <NavLink component="span" active={isActive} label={label} leftSection={icon} />}
    </RouterLink>
  )
}
