import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import classes from './Row.module.css'

/** Rows below each other, as wide as there is room: on a phone what stands beside goes below. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  )
}

type Props = { title: ReactNode; to?: string; hint?: ReactNode; aside?: ReactNode; children?: ReactNode }

/** What it is, perhaps leading to its own screen; something about it below, and something beside it. */
export function Row({ title, to, hint, aside, children }: Props) {
  return (
    <li className={classes.row}>
      <div className={classes.line}>
        <div className={classes.main}>
          {to ? (
            <Link to={to} className={classes.link}>
              {title}
            </Link>
          ) : (
            <Text fw={500} component="div">
              {title}
            </Text>
          )}
          {hint && (
            <Text size="sm" c="dimmed" component="div">
              {hint}
            </Text>
          )}
        </div>
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
      {children}
    </li>
  )
}
