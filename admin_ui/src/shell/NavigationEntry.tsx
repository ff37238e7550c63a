import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import classes from './NavigationEntry.module.css'

/** One screen in the menu; marked while it is open. */
export function NavigationEntry({ to, label, icon }: { to: string; label: string; icon: ReactNode }) {
  return (
    <NavLink to={to} end={to === '/'} className={classes.entry}>
      {icon}
      {label}
    </NavLink>
  )
}
