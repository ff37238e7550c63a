import { Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './ItemRow.module.css'

type Props = {
  item: { id: string; type: string; title: string }
  query?: string
  aside?: ReactNode
  children?: ReactNode
}

/** An item in a panel: its title, something beside it, something below. `query` says what of it is opened. */
export function ItemRow({ item, query, aside, children }: Props) {
  const { t } = useTranslation('home')
  return (
    <li className={classes.row}>
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text
          component={Link}
          to={{ pathname: `/content/${item.type}/${item.id}`, search: query }}
          lineClamp={2}
          fw={500}
          className={classes.link}
        >
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
