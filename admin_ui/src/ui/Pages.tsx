import { Button, Group, Text } from '@mantine/core'
import { Fragment, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** One page of a list; `showMore` is there for the last one that is shown. */
export type PagePlace = { after: string | null; showMore?: (cursor: string) => void }

/** Page after page, as many as were asked for. */
export function Pages({ children }: { children: (place: PagePlace) => ReactNode }) {
  const [cursors, setCursors] = useState<(string | null)[]>([null])
  return cursors.map((after, place) => (
    <Fragment key={after}>
      {children({
        after,
        showMore: place === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined,
      })}
    </Fragment>
  ))
}

type FootProps = {
  count: string
  pageInfo: { hasNextPage: boolean; endCursor?: string | null }
  showMore: PagePlace['showMore']
}

/** Below the last page: how many there are in all, and a way to the next. */
export function PagesFoot({ count, pageInfo: { hasNextPage, endCursor }, showMore }: FootProps) {
  const { t } = useTranslation('ui')
  if (!showMore) return null
  return (
    <Group justify="space-between" mt="sm" mih={36}>
      <Text size="sm" c="dimmed">
        {count}
      </Text>
      {hasNextPage && endCursor && (
        <Button variant="default" onClick={() => showMore(endCursor)}>
          {t('more')}
        </Button>
      )}
    </Group>
  )
}
