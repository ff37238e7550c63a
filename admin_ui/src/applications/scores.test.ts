import { expect, test } from 'vitest'
import { pointsOf, stepsOf } from './scores'

const CRITERIA = [
  { key: 'theme', weight: 60, max: 5 },
  { key: 'capacity', weight: 40, max: 10 },
]

test('scores are weighted to a hundred points', () => {
  expect(pointsOf(CRITERIA, { theme: 5, capacity: 10 })).toBe(100)
  expect(pointsOf(CRITERIA, { theme: 3, capacity: 5 })).toBe(56)
})

test('what is not scored yet counts as nothing', () => {
  expect(pointsOf(CRITERIA, {})).toBe(0)
  expect(pointsOf([], {})).toBe(0)
})

test('a criterion is scored from nothing to its maximum', () => {
  expect(stepsOf({ max: 5 })).toEqual([0, 1, 2, 3, 4, 5])
})
