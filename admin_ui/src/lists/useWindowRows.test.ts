import { expect, test } from 'vitest'
import { distanceTo, rangeOf } from './useWindowRows'

test('only what is in sight is drawn, and a little around it', () => {
  expect(rangeOf(-200, 900, 100_000, 50)).toEqual({ from: 0, until: 28 })
  expect(rangeOf(2_500_000, 900, 100_000, 50)).toEqual({ from: 49_988, until: 50_032 })
  expect(rangeOf(5_000_000, 900, 100_000, 50)).toEqual({ from: 99_988, until: 100_000 })
  expect(rangeOf(0, 900, 3, 50)).toEqual({ from: 0, until: 3 })
})

test('a few pixels change nothing', () => {
  expect(rangeOf(1000, 900, 1000, 50)).toEqual(rangeOf(1049, 900, 1000, 50))
})

test('a row is brought out from under what covers it, and left alone where it is in sight', () => {
  expect(distanceTo(300, 50, 900)).toBe(0)
  expect(distanceTo(60, 50, 900)).toBe(-50)
  expect(distanceTo(860, 50, 900)).toBe(90)
})
