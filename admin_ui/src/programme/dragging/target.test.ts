import { expect, test } from 'vitest'
import type { Days } from '../model/places'
import { fits, sideOf, takes, whereOf, type Zone } from './target'

const days = [
  {
    id: 'd1',
    sessions: [
      { id: 's1', talks: [{ id: 't1' }, { id: 't2' }] },
      { id: 's2', talks: [], children: [{ id: 'c1', talks: [] }] },
    ],
  },
] as unknown as Days
const zone = (kind: Zone['kind'], part: string, isHead = false): Zone => ({ kind, part, isHead })

test('the half under the pointer decides', () => {
  expect(sideOf('talk', zone('talk', 't1', true), 12, { top: 0, height: 30 })).toBe('before')
  expect(sideOf('talk', zone('talk', 't1', true), 18, { top: 0, height: 30 })).toBe('after')
  expect(sideOf('talk', zone('session', 's1'), 18, { top: 0, height: 30 })).toBe('inside')
})

test('the place counts without what is dragged', () => {
  const talks = ['days', 'd1', 'sessions', 's1', 'talks']
  expect(whereOf(days, 't1', 'talk', zone('talk', 't2', true), 'after')).toEqual({ list: talks, place: 1 })
  expect(whereOf(days, 't2', 'talk', zone('talk', 't1', true), 'before')).toEqual({ list: talks, place: 0 })
})

test('on the head of a session a talk becomes the first, elsewhere in it the last', () => {
  const list = ['days', 'd1', 'sessions', 's1', 'talks']
  expect(whereOf(days, 'x', 'talk', zone('session', 's1', true), 'inside')).toEqual({ list, place: 0 })
  expect(whereOf(days, 'x', 'talk', zone('session', 's1'), 'inside')).toEqual({ list, place: 2 })
})

test('sessions lie one level deep at most', () => {
  const beside = whereOf(days, 's2', 'session', zone('session', 'c1'), 'before')
  expect(beside && fits(days, 's2', beside)).toBe(false)
  expect(fits(days, 's1', { list: ['days', 'd1', 'sessions', 's2', 'children'], place: 0 })).toBe(true)
  expect(takes('day', zone('session', 's1'))).toBe(false)
})
