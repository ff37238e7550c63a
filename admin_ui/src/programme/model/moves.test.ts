import { expect, test } from 'vitest'
import { moved, stepFrom, type Way } from './moves'
import { type Days, listAt } from './places'

const talk = (id: string) => ({ id })
const session = (id: string, talks: string[], children: object[] = []) => ({ id, talks: talks.map(talk), children })
const days = [
  { id: 'd1', sessions: [session('s1', ['t1', 't2']), session('s2', ['t3'], [session('c1', ['t4'])])] },
  { id: 'd2', sessions: [session('s3', [])] },
] as unknown as Days

function after(id: string, ...ways: Way[]): Days {
  return ways.reduce((present, way) => {
    const to = stepFrom(present, id, way)
    return to ? moved(present, id, to) : present
  }, days)
}
const ids = (present: Days, ...list: string[]) => listAt(present, list).map((one) => one.id)

test('a talk passes its neighbour', () => {
  expect(ids(after('t1', 'down'), 'days', 'd1', 'sessions', 's1', 'talks')).toEqual(['t2', 't1'])
})

test('at the end of its session a talk goes on into the next one, nested ones among them, and to the next day', () => {
  expect(ids(after('t2', 'down'), 'days', 'd1', 'sessions', 's2', 'talks')).toEqual(['t2', 't3'])
  expect(ids(after('t3', 'down'), 'days', 'd1', 'sessions', 's2', 'children', 'c1', 'talks')).toEqual(['t3', 't4'])
  expect(ids(after('t4', 'down'), 'days', 'd2', 'sessions', 's3', 'talks')).toEqual(['t4'])
  expect(ids(after('t3', 'up'), 'days', 'd1', 'sessions', 's1', 'talks')).toEqual(['t1', 't2', 't3'])
})

test('a session goes to the next day with all that is in it', () => {
  const present = after('s2', 'down')
  expect(ids(present, 'days', 'd2', 'sessions')).toEqual(['s2', 's3'])
  expect(ids(present, 'days', 'd2', 'sessions', 's2', 'talks')).toEqual(['t3'])
})

test('a session is nested into the one before and comes out behind it', () => {
  const nested = after('s3', 'up', 'in')
  expect(ids(nested, 'days', 'd1', 'sessions', 's2', 'children')).toEqual(['c1', 's3'])
  expect(ids(after('c1', 'out'), 'days', 'd1', 'sessions')).toEqual(['s1', 's2', 'c1'])
})

test('what holds sessions is not nested, and nothing leaves the programme', () => {
  expect(stepFrom(days, 's2', 'in')).toBeNull()
  expect(stepFrom(days, 'd1', 'up')).toBeNull()
  expect(stepFrom(days, 't1', 'up')).toBeNull()
  expect(stepFrom(days, 'gone', 'up')).toBeNull()
})

test('a list that takes no more is passed over', () => {
  const isFull = (list: readonly string[]) => list.includes('s2')
  expect(stepFrom(days, 't2', 'down', isFull)).toEqual({ list: ['days', 'd2', 'sessions', 's3', 'talks'], place: 0 })
})

test('nothing is moved into itself', () => {
  expect(moved(days, 's2', { list: ['days', 'd1', 'sessions', 's2', 'children'], place: 0 })).toBe(days)
})
