import { type ReactNode, useEffect, useRef } from 'react'
import { NavLink, useMatch, useResolvedPath } from 'react-router'
import classes from './NavigationEntry.module.css'

/** One screen in the menu; marked, and brought to sight, while it is open. */
export function NavigationEntry({ to, label, icon }: { to: string; label: string; icon: ReactNode }) {
  const isHome = to === '/'
  const { pathname } = useResolvedPath(to)
  const isOpen = useMatch({ path: pathname, end: isHome }) !== null
  const entry = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isOpen) entry.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isOpen])
  return (
    <NavLink ref={entry} to={to} end={isHome} className={classes.entry}>
      {icon}
      {label}
    </NavLink>
  )
}
