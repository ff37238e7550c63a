import { expect, test } from 'vitest'
import { rebase } from './merge'

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
