import { expect, test, vi } from 'vitest'
import { type Card, CardStore } from './CardStore'

const card = (id: string) => ({ id, title: id.toUpperCase() }) as Card

test('what many places ask for at once costs one request', async () => {
  const fetch = vi.fn(async (ids: string[]) => ids.map(card))
  const store = new CardStore(fetch)
  store.want(['a', 'b'])
  store.want(['b', 'c'])
  await vi.waitFor(() => expect(store.get('c')?.title).toBe('C'))
  store.want(['a'])
  expect(fetch.mock.calls).toEqual([[['a', 'b', 'c']]])
})

test('more than a request may ask for goes in several', async () => {
  const fetch = vi.fn(async (ids: string[]) => ids.map(card))
  const store = new CardStore(fetch)
  store.want(Array.from({ length: 130 }, (_, at) => `i${at}`))
  await vi.waitFor(() => expect(store.get('i129')).toBeDefined())
  expect(fetch.mock.calls.map(([ids]) => ids.length)).toEqual([100, 30])
})

test('what is gone is known to be gone, and what failed is asked for again', async () => {
  const fetch = vi.fn(async (ids: string[]): Promise<(Card | null)[]> => ids.map(() => null))
  fetch.mockRejectedValueOnce(new Error('away'))
  const store = new CardStore(fetch)
  store.want(['a'])
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(1))
  await Promise.resolve()
  expect(store.get('a')).toBeUndefined()
  store.want(['a'])
  await vi.waitFor(() => expect(store.get('a')).toBeNull())
})
