import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './ItemRow.module.css'

type Props = { item: { id: string; type: string; title: string }; aside?: ReactNode; children?: ReactNode }

/** An item in a panel: its title, something beside it, something below. */
export function ItemRow({ item, aside, children }: Props) {
  const { t } = useTranslation('home')
  return (
    <li className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text component={Link} to={`/content/${item.type}/${item.id}`} truncate fw={500} className={classes.link}>
          {item.title || t('untitled')}
        </Text>
        <Text size="sm" c="dimmed" className={classes.aside} component="div">
          {aside}
        </Text>
      </Group>
      {children}
    </li>
  )
}
