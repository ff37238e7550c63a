import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { type Client, useClient } from 'urql'
import { contentType } from '../content-types/types'
import { currentLanguage } from '../i18n'
import { ItemListDocument, type ItemListQuery, type ItemListQueryVariables, ListedAgainDocument } from './gql/graphql'
import { ListRows, type Page, type Seen } from './ListRows'
import { filterOf, type ListView } from './listView'

export type Row = ItemListQuery['items']['nodes'][number]
type Question = Omit<ItemListQueryVariables, 'after' | 'first' | 'withCount'>

const FIRST_PAGE = 50
const PAGE = 100
const KEPT_LISTS = 6
/** Lists that were looked at, so that the way back shows them at once where they were left. */
const kept = new Map<string, ListRows<Row>>()

export function questionOf(type: string, view: ListView): Question {
  const { columns = [], tellsMissing = false } = contentType(type) ?? {}
  return {
    filter: filterOf(type, view),
    sort: view.sort,
    locale: view.locale || currentLanguage(),
    values: [...new Set(columns.flatMap(({ reads }) => reads))],
    withMissing: tellsMissing,
  }
}

/** The rows of a list; those of the list before are shown until the first of them are there. */
export function useRows(question: Question): { list: ListRows<Row>; seen: Seen<Row>; isStale: boolean } {
  const client = useClient()
  const key = JSON.stringify(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the question
  const list = useMemo(() => keptList(key, client, question), [key, client])
  useEffect(() => void list.refresh(), [list])
  const now = useSyncExternalStore(list.subscribe, list.look)
  const before = useRef(now)
  if (now.isThere || now.error) before.current = now
  const isStale = before.current !== now
  return { list, seen: isStale && before.current.isThere ? before.current : now, isStale }
}

function keptList(key: string, client: Client, question: Question): ListRows<Row> {
  const found = kept.get(key) ?? new ListRows<Row>((after) => readPage(client, question, after))
  kept.delete(key)
  kept.set(key, found)
  for (const oldest of [...kept.keys()].slice(0, -KEPT_LISTS)) kept.delete(oldest)
  return found
}

async function readPage(client: Client, question: Question, after: string | null): Promise<Page<Row>> {
  const variables = { ...question, after, first: after ? PAGE : FIRST_PAGE, withCount: after === null }
  const { data, error } = await client.query(ItemListDocument, variables, { requestPolicy: 'network-only' })
  if (!data) throw error ?? new Error()
  const { nodes, pageInfo, totalCount, totalCountIsExact } = data.items
  return {
    rows: nodes,
    cursor: pageInfo.endCursor ?? null,
    hasMore: pageInfo.hasNextPage,
    total: totalCount,
    isExact: totalCountIsExact,
  }
}

/** Each of these items as it is now, null for those that lie in the recycle bin. */
export async function readAgain(client: Client, question: Question, ids: string[]): Promise<Map<string, Row | null>> {
  const { locale, values, withMissing } = question
  const read = async (id: string): Promise<[string, Row | null] | undefined> => {
    const { data } = await client
      .query(ListedAgainDocument, { id, locale, values, withMissing }, { requestPolicy: 'network-only' })
      .toPromise()
    if (!data?.item) return undefined
    return [id, data.item.deletedAt ? null : data.item]
  }
  const found = await Promise.all(ids.map(read))
  return new Map(found.filter((one) => one !== undefined))
}
