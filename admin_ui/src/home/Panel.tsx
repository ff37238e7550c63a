import { Badge, Card, Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { number } from '../i18n/format'
import { Failure } from '../ui/Failure'
import { SkeletonRows } from '../ui/SkeletonRows'

type Props = {
  title: string
  count?: number
  /** What is said where there is nothing. */
  empty: string
  rows?: ReactNode[]
  error?: CombinedError
  retry: () => void
  rowHeight?: number
}

/** One thing to look at: its rows, or why there are none. */
export function Panel({ title, count, empty, rows, error, retry, rowHeight = 36 }: Props) {
  return (
    <Card withBorder component="section" aria-label={title} padding="md">
      <Group gap="xs" mb="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        {count ? <Badge variant="light">{number(count)}</Badge> : null}
      </Group>
      {error && <Failure error={error} retry={retry} />}
      {!rows && !error && <SkeletonRows rows={4} height={rowHeight} />}
      {rows?.length === 0 && (
        <Text c="dimmed" size="sm">
          {empty}
        </Text>
      )}
      {rows && rows.length > 0 && <ul style={{ listStyle: 'none', padding: 0, margin: 0 }}>{rows}</ul>}
    </Card>
  )
}
