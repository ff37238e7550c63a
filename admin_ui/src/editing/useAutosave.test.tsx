import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { type Client, CombinedError, Provider } from 'urql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DraftStore } from '../form/store/DraftStore'
import { type SaveState, useAutosave } from './useAutosave'

const ITEM = { version: 4, data: { title: { en: 'Mine' } }, slugs: [], rights: [], states: [] }
const refused = (code: string) => ({
  data: { updateItem: { item: null, refusal: { code, message: code }, problems: [] } },
})
const stored = { data: { updateItem: { item: ITEM, refusal: null, problems: [] } } }
const away = { error: new CombinedError({ networkError: new Error('away') }) }
const masked = {
  error: new CombinedError({
    graphQLErrors: [{ message: 'Something failed.', extensions: { code: 'INTERNAL', requestId: '7' } }],
  }),
}
const fault = { error: new CombinedError({ networkError: new Error('500'), response: { status: 500 } }) }
const unavailable = {
  error: new CombinedError({ graphQLErrors: [{ message: 'MongoDB.', extensions: { code: 'UNAVAILABLE' } }] }),
}
const clash = { at: 'title', locale: 'en', base: 'Title', theirs: 'Theirs', yours: 'Mine' }
const conflict = {
  data: {
    updateItem: {
      item: null,
      refusal: { code: 'CONFLICT', message: '' },
      problems: [],
      conflict: { version: 5, clashes: [clash] },
    },
  },
}

const shownOf = ({ data }: typeof conflict) => data.updateItem.conflict

const onSaved = () => undefined

function opened(answers: object[], present: object = {}) {
  const sent: { input: Record<string, unknown> }[] = []
  const reply = () => ({ toPromise: async () => answers.shift() ?? stored })
  const client = {
    mutation: (_document: unknown, variables: { input: Record<string, unknown> }) => {
      sent.push(variables)
      return reply()
    },
    query: () => ({
      toPromise: async () => ({
        data: { item: { ...ITEM, version: 5, ...present, data: { title: { en: 'Theirs' }, lead: { en: 'New' } } } },
      }),
    }),
  } as unknown as Client
  const draft = new DraftStore({ version: 3, data: { title: { en: 'Title' } }, slugs: {} })
  const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>
  const { result } = renderHook(() => useAutosave('i', draft, onSaved), { wrapper })
  return { result, draft, sent }
}

const type = (draft: DraftStore, text: string) => act(() => draft.set(['title', 'en'], text))
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is typed is saved by itself, and marked as not asked for', async () => {
  const { result, draft, sent } = opened([])
  await type(draft, 'Mine')
  expect(result.current.state).toBe('changed')
  await pass(2000)
  expect(result.current.state).toBe('saved')
  expect(sent[0]?.input).toMatchObject({ baseVersion: 3, autosave: true, changes: { title: { en: 'Mine' } } })
})

test('what somebody asks for is no autosave', async () => {
  const { result, draft, sent } = opened([])
  await type(draft, 'Mine')
  await act(() => result.current.save())
  expect(sent[0]?.input.autosave).toBe(false)
})

test.each<[object, SaveState]>([
  [away, 'away'],
  [fault, 'failed'],
  [masked, 'failed'],
  [unavailable, 'away'],
  [refused('NOT_PERMITTED'), 'forbidden'],
  [refused('INVALID'), 'refused'],
  [conflict, 'conflict'],
])('the text stays where it cannot be stored: %#', async (answer, state) => {
  const { result, draft } = opened([answer])
  await type(draft, 'Mine')
  await pass(1500)
  expect(result.current.state).toBe(state)
  expect(draft.valueAt(['title', 'en'])).toBe('Mine')
  expect(draft.isChanged).toBe(true)
})

test.each<[string | null, SaveState]>([
  ['2026-11-26T10:00:00Z', 'gone'],
  [null, 'forbidden'],
])('what is not there lies in the bin, or may not be read any more: deleted at %s', async (deletedAt, state) => {
  const { result, draft } = opened([refused('NOT_FOUND')], { deletedAt })
  await type(draft, 'Mine')
  await pass(1500)
  expect(result.current.state).toBe(state)
  expect(draft.isChanged).toBe(true)
})

test.each([[away], [fault]])('a server that is away is asked again by itself: %#', async (answer) => {
  const { result, draft } = opened([answer, answer])
  await type(draft, 'Mine')
  for (let second = 0; second < 30; second++) await pass(1000)
  expect(result.current.state).toBe('saved')
  expect(draft.isChanged).toBe(false)
})

test.each([[refused('NOT_FOUND')], [refused('NOT_PERMITTED')], [conflict]])(
  'what only a person can decide is not asked again and again: %#',
  async (answer) => {
    const { draft, sent } = opened([answer])
    await type(draft, 'Mine')
    await pass(1500)
    await type(draft, 'Mine too')
    for (let second = 0; second < 30; second++) await pass(1000)
    expect(sent).toHaveLength(1)
  },
)

test('after a conflict saving goes on from the present version, with what was chosen', async () => {
  const { result, draft, sent } = opened([conflict, away])
  await type(draft, 'Mine')
  await pass(1500)
  await act(() => result.current.resolve([{ at: 'title', locale: 'en', value: 'Both' }], shownOf(conflict)))
  expect(sent[1]?.input).toMatchObject({ baseVersion: 5, changes: { title: { en: 'Both' } } })
  expect(draft.valueAt(['lead', 'en'])).toBe('New')
})

test('a choice made of an older text is not carried out: the server says anew what there is to choose between', async () => {
  const newer = structuredClone(conflict)
  Object.assign(newer.data.updateItem.conflict, { version: 6, clashes: [{ ...clash, theirs: 'Newer' }] })
  const { result, draft, sent } = opened([conflict, newer], { version: 6 })
  await type(draft, 'Mine')
  await pass(1500)
  const end = await act(() => result.current.resolve([{ at: 'title', locale: 'en', value: 'Mine' }], shownOf(conflict)))
  expect(end).toBe('again')
  expect(sent[1]?.input).toMatchObject({ baseVersion: 3 })
  expect(result.current.conflict?.clashes[0]?.theirs).toBe('Newer')
})

test('where the other side is the same by now, the choice holds', async () => {
  const elsewhere = structuredClone(conflict)
  elsewhere.data.updateItem.conflict.version = 6
  const { result, draft, sent } = opened([conflict, elsewhere], { version: 6 })
  await type(draft, 'Mine')
  await pass(1500)
  const end = await act(() => result.current.resolve([{ at: 'title', locale: 'en', value: 'Both' }], shownOf(conflict)))
  expect(end).toBe('saved')
  expect(sent[2]?.input).toMatchObject({ baseVersion: 6, changes: { title: { en: 'Both' } } })
})

test('one field that cannot be stored keeps no other one from being stored', async () => {
  const problem = { field: 'date', code: 'NOT_A_DATE', message: 'No date.' }
  const wrong = { data: { updateItem: { item: null, refusal: { code: 'INVALID', message: '' }, problems: [problem] } } }
  const { result, draft, sent } = opened([wrong])
  act(() => draft.set(['date'], 'soon'))
  await type(draft, 'Mine')
  await pass(1500)
  expect(sent[1]?.input).toMatchObject({ baseVersion: 3, changes: { title: { en: 'Mine' } } })
  expect(result.current).toMatchObject({ state: 'refused', problems: [problem] })
  expect(draft.changes()).toMatchObject({ baseVersion: 4, changes: { date: 'soon' } })
})

test('an address that leads to another item is taken once somebody said so, and no other one after it', async () => {
  const { result, draft, sent } = opened([refused('INVALID'), stored])
  act(() => draft.setSlug('en', 'harbour'))
  await pass(2000)
  expect(result.current.state).toBe('refused')
  expect(sent[0]?.input).toMatchObject({ takeRedirects: false })
  await act(async () => void (await result.current.takeAddresses()))
  act(() => draft.setSlug('en', 'quay'))
  await pass(2000)
  expect(sent[1]?.input).toMatchObject({ takeRedirects: true, slugs: [{ locale: 'en', slug: 'harbour' }] })
  expect(sent[2]?.input).toMatchObject({ takeRedirects: false, slugs: [{ locale: 'en', slug: 'quay' }] })
})
