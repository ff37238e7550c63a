import { Group } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './ListedRow.module.css'

export function Listed({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} style={{ listStyle: 'none', padding: 0, margin: 0 }}>
      {children}
    </ul>
  )
}

/** Something in a list: what it is, and what can be done with it; on a phone one below the other. */
export function ListedRow({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <li className={classes.row}>
      <div className={classes.words}>{children}</div>
      {actions && (
        <Group gap="xs" className={classes.aside}>
          {actions}
        </Group>
      )}
    </li>
  )
}
