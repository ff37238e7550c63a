import { expect, test } from 'vitest'
import { ownFirst } from './ownFirst'

test('the own site comes first, and nothing twice', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id }))
  expect(ownFirst([c, a] as { id: string }[], [a, b, c] as { id: string }[])).toEqual([c, a, b])
  expect(ownFirst(undefined, undefined)).toEqual([])
})
