import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type TypedDocumentNode, useQuery } from 'urql'
import { Failure } from './Failure'
import { SkeletonRows } from './SkeletonRows'
import { useRepeat } from './useRepeat'

const PAGE = 50

type Cursor = { first: number; after?: string | null }
type Connection = { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } }

type Props<Data, Wanted, Found extends Connection> = {
  query: TypedDocumentNode<Data, Wanted & Cursor>
  wanted: Wanted
  /** Where in the answer the list is. */
  of: (data: Data) => Found | null | undefined
  /** Instead of a list of nothing. */
  empty: ReactNode
  rowHeight?: number
  /** Whether something on the page is under way, so that it is asked for again soon. */
  isMoving?: (nodes: Found['nodes']) => boolean
  /** What stands below the last page that is shown. */
  foot?: (found: Found) => ReactNode
  /** One page; `again` asks for it once more. */
  children: (nodes: Found['nodes'], again: () => void) => ReactNode
}

/**
 * A list page after page, as many as are asked for. Where something else is wanted it begins anew, and what is there
 * stays in sight until that has come.
 */
export function Paged<Data, Wanted extends object, Found extends Connection>(props: Props<Data, Wanted, Found>) {
  const wanted = JSON.stringify(props.wanted)
  const [opened, setOpened] = useState({ wanted, cursors: [] as string[] })
  const cursors = [null, ...(opened.wanted === wanted ? opened.cursors : [])]
  return cursors.map((after, place) => (
    <OnePage
      key={after}
      {...props}
      after={after}
      onMore={
        place === cursors.length - 1
          ? (next) => setOpened({ wanted, cursors: [...cursors.filter((one) => one !== null), next] })
          : undefined
      }
    />
  ))
}

type PageProps<Data, Wanted, Found extends Connection> = Props<Data, Wanted, Found> & {
  after: string | null
  onMore?: (cursor: string) => void
}

function OnePage<Data, Wanted extends object, Found extends Connection>(props: PageProps<Data, Wanted, Found>) {
  const { query, wanted, of, empty, rowHeight = 52, isMoving, foot, children, after, onMore } = props
  const variables = { ...wanted, first: PAGE, after }
  const [{ data, error }, ask] = useQuery<Data, Wanted & Cursor>({
    query,
    variables,
    requestPolicy: 'cache-and-network',
  })
  const again = () => ask({ requestPolicy: 'network-only' })
  const found = data && of(data)
  useRepeat(again, Boolean(found && isMoving?.(found.nodes)))
  if (error) return <Failure error={error} retry={again} />
  if (!found) return <SkeletonRows height={rowHeight} />
  if (!found.nodes.length) return after ? null : empty
  return (
    <>
      {children(found.nodes, again)}
      {onMore && (
        <Foot pageInfo={found.pageInfo} onMore={onMore}>
          {foot?.(found)}
        </Foot>
      )}
    </>
  )
}

type FootProps = { pageInfo: Connection['pageInfo']; onMore: (cursor: string) => void; children: ReactNode }

function Foot({ pageInfo: { hasNextPage, endCursor }, onMore, children }: FootProps) {
  const { t } = useTranslation('ui')
  const hasMore = hasNextPage && endCursor
  if (!children && !hasMore) return null
  return (
    <Group justify="space-between" mt="sm" mih={36}>
      <Text size="sm" c="dimmed">
        {children}
      </Text>
      {hasMore && (
        <Button variant="default" onClick={() => onMore(endCursor)}>
          {t('more')}
        </Button>
      )}
    </Group>
  )
}
