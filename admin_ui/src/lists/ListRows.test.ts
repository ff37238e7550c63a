import { expect, test } from 'vitest'
import { ListRows, type Page } from './ListRows'

type Row = { id: string; title?: string }
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id }))
const ids = (list: ListRows<Row>) =>
  list
    .look()
    .rows.map((row) => row.id)
    .join('')

function listOf(pages: Record<string, Page<Row>>) {
  const asked: (string | null)[] = []
  const list = new ListRows<Row>(async (after) => {
    asked.push(after)
    const page = pages[after ?? 'first']
    if (!page) throw new Error('away')
    return page
  })
  return { list, asked, pages }
}

const TWO = {
  first: { rows: rows('a', 'b'), cursor: 'b', hasMore: true, total: 4, isExact: true },
  b: { rows: rows('c', 'd'), cursor: 'd', hasMore: false },
}

test('pages follow each other until there are none', async () => {
  const { list, asked } = listOf({ ...TWO })
  await list.more()
  await list.more()
  await list.more()
  expect(ids(list)).toBe('abcd')
  expect(asked).toEqual([null, 'b'])
  expect(list.look()).toMatchObject({ total: 4, hasMore: false, isLoading: false })
})

test('the same page is not asked for twice at once', async () => {
  const { list, asked } = listOf({ ...TWO })
  await Promise.all([list.more(), list.more()])
  expect(asked).toEqual([null])
})

test('a row that moved to the next page is shown once', async () => {
  const { list } = listOf({ ...TWO, b: { rows: rows('b', 'c'), cursor: 'c', hasMore: false } })
  await list.more()
  await list.more()
  expect(ids(list)).toBe('abc')
})

test('what failed can be tried again, and nothing is lost', async () => {
  const { list, pages } = listOf({ first: TWO.first })
  await list.more()
  await list.more()
  expect(list.look().error?.message).toBe('away')
  Object.assign(pages, TWO)
  await list.more()
  expect(ids(list)).toBe('abcd')
  expect(list.look().error).toBeUndefined()
})

test('a list that is looked at again begins anew and keeps what was read further down', async () => {
  const { list, pages } = listOf({ ...TWO, d: { rows: rows('e'), cursor: 'e', hasMore: false } })
  pages.b = { ...TWO.b, hasMore: true }
  await list.more()
  await list.more()
  pages.first = { rows: rows('c', 'a'), cursor: 'a', hasMore: true, total: 5, isExact: true }
  await list.refresh()
  expect(ids(list)).toBe('cabd')
  await list.more()
  expect(ids(list)).toBe('cabde')
})

test('a shorter list forgets what is gone', async () => {
  const { list, pages } = listOf({ ...TWO })
  await list.more()
  pages.first = { rows: rows('b'), cursor: 'b', hasMore: false, total: 1, isExact: true }
  await list.refresh()
  expect(ids(list)).toBe('b')
})

test('an answer that comes after a newer question is not shown', async () => {
  const answers: ((page: Page<Row>) => void)[] = []
  const list = new ListRows<Row>(() => new Promise((resolve) => answers.push(resolve)))
  const first = list.more()
  answers[0]?.(TWO.first)
  await first
  const older = list.refresh()
  const newer = list.refresh()
  answers[2]?.({ rows: rows('new'), cursor: null, hasMore: false })
  await newer
  answers[1]?.({ rows: rows('old'), cursor: null, hasMore: false })
  await older
  expect(ids(list)).toBe('new')
})

test('rows change in place and go', async () => {
  const { list } = listOf({ ...TWO })
  await list.more()
  list.change(
    new Map([
      ['a', { id: 'a', title: 'new' }],
      ['b', null],
    ]),
  )
  expect(list.look().rows).toEqual([{ id: 'a', title: 'new' }])
  expect(list.look().total).toBe(3)
})
