import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type TypedDocumentNode, useQuery } from 'urql'
import { Failure } from './Failure'
import { SkeletonRows } from './SkeletonRows'
import { useRepeat } from './useRepeat'

const PAGE = 25

type Cursor = { first: number; after?: string | null }
type Connection<Node> = { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } }

type Props<Data, Wanted, Node> = {
  query: TypedDocumentNode<Data, Wanted & Cursor>
  wanted: Wanted
  /** Where in the answer the list is. */
  of: (data: Data) => Connection<Node> | null | undefined
  /** Instead of a list of nothing. */
  empty: ReactNode
  rowHeight?: number
  /** Whether something on the page is under way, so that it is asked for again soon. */
  isMoving?: (nodes: Node[]) => boolean
  children: (nodes: Node[]) => ReactNode
}

/** A list page after page, as many as are asked for; it begins anew where something else is wanted. */
export function Paged<Data, Wanted extends object, Node>(props: Props<Data, Wanted, Node>) {
  return <Pages key={JSON.stringify(props.wanted)} {...props} />
}

function Pages<Data, Wanted extends object, Node>(props: Props<Data, Wanted, Node>) {
  const [cursors, setCursors] = useState<(string | null)[]>([null])
  return cursors.map((after, place) => (
    <OnePage
      key={after}
      {...props}
      after={after}
      onMore={place === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
    />
  ))
}

type PageProps<Data, Wanted, Node> = Props<Data, Wanted, Node> & {
  after: string | null
  onMore?: (cursor: string) => void
}

function OnePage<Data, Wanted extends object, Node>(props: PageProps<Data, Wanted, Node>) {
  const { query, wanted, of, empty, rowHeight = 52, isMoving, children, after, onMore } = props
  const { t } = useTranslation('ui')
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
  const { hasNextPage, endCursor } = found.pageInfo
  return (
    <>
      {children(found.nodes)}
      {onMore && hasNextPage && endCursor && (
        <Group mt="sm">
          <Button variant="default" onClick={() => onMore(endCursor)}>
            {t('more')}
          </Button>
        </Group>
      )}
    </>
  )
}
