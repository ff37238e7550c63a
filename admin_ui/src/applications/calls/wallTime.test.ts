import { expect, test } from 'vitest'
import { instantsOf, readingOf } from './wallTime'

const BRUSSELS = 'Europe/Brussels'
const utc = (wall: string, zone = BRUSSELS) => instantsOf(wall, zone).map((one) => one.toISOString())

test('the zone is the real one on that day', () => {
  expect(readingOf('2024-05-31T18:00', BRUSSELS)?.zone).toBe('CEST')
  expect(readingOf('2024-12-20T18:00', BRUSSELS)?.zone).toBe('CET')
  expect(readingOf('2024-05-31T18:00', 'Europe/Sofia')?.zone).toBe('EEST')
})

test('a wall time means its instant', () => {
  expect(utc('2024-05-31T18:00')).toEqual(['2024-05-31T16:00:00.000Z'])
  expect(utc('2024-12-20T18:00')).toEqual(['2024-12-20T17:00:00.000Z'])
})

test('a time that the clocks skip is none, one that comes twice is two', () => {
  expect(utc('2024-03-31T02:30')).toEqual([])
  expect(utc('2024-10-27T02:30')).toEqual(['2024-10-27T00:30:00.000Z', '2024-10-27T01:30:00.000Z'])
})

test('a cut-off has passed at its very moment', () => {
  const at = Date.parse('2024-05-31T16:00:00Z')
  expect(readingOf('2024-05-31T18:00', BRUSSELS, at - 1)?.hasPassed).toBe(false)
  expect(readingOf('2024-05-31T18:00', BRUSSELS, at)?.hasPassed).toBe(true)
})

test('what is not known yet has no reading', () => {
  expect(readingOf('', BRUSSELS)).toBeNull()
  expect(readingOf('2024-05-31T18:00', null)).toBeNull()
  expect(readingOf('2024-05-31T18:00', 'Europe/Nowhere')).toBeNull()
})
