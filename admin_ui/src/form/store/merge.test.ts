import { expect, test } from 'vitest'
import { areAtOdds, rebase } from './merge'

const list = (...ids: string[]) => ids.map((id) => ({ id }))

test('an element that somebody added stands where it was added', () => {
  expect(rebase(list('a', 'b'), list('a', 'x', 'b'), list('b', 'a', 'y'))).toEqual(list('b', 'a', 'x', 'y'))
})

test('an element that somebody took out goes, unless it was changed here', () => {
  const base = [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
    { id: 'c', title: 'C' },
  ]
  const yours = [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B!' },
    { id: 'c', title: 'C' },
  ]
  const theirs = [{ id: 'c', title: 'C' }]
  expect(rebase(base, theirs, yours)).toEqual([
    { id: 'b', title: 'B!' },
    { id: 'c', title: 'C' },
  ])
})

test('both change other fields of one element', () => {
  const base = [{ id: 'a', title: 'A', room: '1' }]
  const merged = rebase(base, [{ id: 'a', title: 'A', room: '2' }], [{ id: 'a', title: 'AA', room: '1' }])
  expect(merged).toEqual([{ id: 'a', title: 'AA', room: '2' }])
})

test('where both changed one text, the one that is being typed stays', () => {
  expect(rebase({ t: 'a' }, { t: 'b' }, { t: 'c' })).toEqual({ t: 'c' })
})

test('what somebody moved is moved, unless it was moved here too', () => {
  expect(rebase(list('a', 'b', 'c'), list('c', 'a', 'b'), list('a', 'b', 'c', 'x'))).toEqual(list('c', 'x', 'a', 'b'))
  expect(rebase(list('a', 'b', 'c'), list('c', 'a', 'b'), list('b', 'a', 'c'))).toEqual(list('b', 'a', 'c'))
})

test('references that both added are there, and those that one took out are not', () => {
  expect(rebase(['a', 'b'], ['b', 'x'], ['a', 'b', 'y'])).toEqual(['b', 'y', 'x'])
})

test.each([
  [{ t: 'a' }, { t: 'b' }, { t: 'c' }, true],
  [{ t: 'a' }, { t: 'b' }, { t: 'b' }, false],
  [{ t: { en: 'a' } }, { t: { en: 'b' } }, { t: { en: 'a', cs: 'c' } }, false],
  [{ t: 'a ' }, { t: 'a' }, { t: 'a b' }, false],
  [list('a'), list('a', 'b'), list('a', 'c'), false],
  [[{ id: 'a', t: '1' }], [], [{ id: 'a', t: '2' }], true],
  [['a'], ['a', 'b'], ['a', 'c'], false],
])('both sides changed the same thing: %j, %j, %j', (base, theirs, yours, expected) => {
  expect(areAtOdds(base, theirs, yours)).toBe(expected)
})
