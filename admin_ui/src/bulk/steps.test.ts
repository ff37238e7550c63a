import { expect, test } from 'vitest'
import type { Row } from '../lists/useRows'
import { stepFor } from './steps'
import { languagesOf, meant } from './verbs'

type State = Row['states'][number]
const state = (locale: string, allowedTransitions: string[], given: Partial<State> = {}): State => ({
  locale,
  state: 'private',
  liveVersion: null,
  isChanged: false,
  isSentBack: false,
  effective: null,
  expires: null,
  planned: null,
  allowedTransitions,
  ...given,
})
const row = (id: string, states: State[], given: Partial<Row> = {}): Row =>
  ({ id, site: 'nca', shared: [], rights: ['delete', 'share'], states, ...given }) as unknown as Row
const all = { locales: ['cs', 'en'], sites: ['eccp'] }

test('each item is published in the languages in which that is allowed, and taken back where nothing was live', () => {
  const fresh = row('a', [state('cs', ['publish']), state('en', [])])
  expect(stepFor('publish', fresh, all)).toMatchObject({
    calls: [{ name: 'publish', id: 'a', locales: ['cs'] }],
    undo: [{ name: 'unpublish', id: 'a', locales: ['cs'] }],
  })
})

test('a publication that replaced another one is not undone by taking it all away', () => {
  const changed = row('a', [state('cs', ['publish'], { liveVersion: 3, isChanged: true })])
  expect(stepFor('publish', changed, all).undo).toEqual([])
})

test('what was live as it stands comes back live, what was changed since does not', () => {
  const live = row('a', [
    state('cs', ['archive'], { liveVersion: 3 }),
    state('en', ['archive'], { liveVersion: 3, isChanged: true }),
  ])
  expect(stepFor('archive', live, all).undo).toEqual([
    { name: 'reopen', id: 'a', locale: 'cs' },
    { name: 'reopen', id: 'a', locale: 'en' },
    { name: 'publish', id: 'a', locales: ['cs'] },
  ])
  expect(stepFor('delete', live, all).undo).toEqual([
    { name: 'restore', id: 'a' },
    { name: 'publish', id: 'a', locales: ['cs'] },
  ])
  expect(
    stepFor('unpublish', row('a', [state('en', ['unpublish'], { liveVersion: 3, isChanged: true })]), all).undo,
  ).toEqual([])
})

test('sharing adds sites and never the own one; undoing leaves those that there were', () => {
  const shared = row('a', [], { shared: ['other'] } as Partial<Row>)
  expect(stepFor('share', shared, { locales: [], sites: ['eccp', 'nca'] })).toMatchObject({
    calls: [{ sites: ['other', 'eccp'] }],
    undo: [{ sites: ['other'] }],
  })
})

test('only items with which it may be done are meant', () => {
  const rows = [row('a', [state('cs', ['submit'])]), row('b', [state('en', [])], { rights: [] } as Partial<Row>)]
  expect(meant('submit', rows, all).map(({ id }) => id)).toEqual(['a'])
  expect(meant('submit', rows, { locales: ['en'], sites: [] })).toEqual([])
  expect(meant('delete', rows, all).map(({ id }) => id)).toEqual(['a'])
  expect([...languagesOf('submit', rows)]).toEqual([['cs', 1]])
})

test('what visitors see as it stands is published by nobody again, and what waits for a decision is', () => {
  const live = (given: Partial<State>) =>
    state('cs', ['publish', 'submit'], { state: 'published', liveVersion: 3, ...given })
  expect(languagesOf('publish', [row('a', [live({})]), row('b', [live({ isChanged: true })])])).toEqual(
    new Map([['cs', 1]]),
  )
  expect(meant('submit', [row('a', [live({})])], all)).toEqual([])
  expect(meant('publish', [row('a', [live({ state: 'pending' })])], all)).toHaveLength(1)
})
