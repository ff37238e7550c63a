import { expect, test } from 'vitest'
import { sideOf } from './sideOf'

const rect = { top: 100, height: 40 }

test('the half under the pointer decides', () => {
  expect(sideOf(119, rect, false)).toBe('before')
  expect(sideOf(121, rect, false)).toBe('after')
})

test('the middle of a row that takes others is its inside', () => {
  expect(sideOf(110, rect, true)).toBe('before')
  expect(sideOf(120, rect, true)).toBe('inside')
  expect(sideOf(130, rect, true)).toBe('after')
})
