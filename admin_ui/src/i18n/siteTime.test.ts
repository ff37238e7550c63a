import { expect, test } from 'vitest'
import { moment } from './format'
import { wallTime } from './siteTime'

test('a moment is shown as the clocks of its site show it, with the zone of that day', () => {
  expect(wallTime('2024-05-31T16:00:00Z', 'Europe/Brussels')).toBe('2024-05-31T18:00')
  expect(wallTime('2024-12-20T17:00:00Z', 'Europe/Brussels')).toBe('2024-12-20T18:00')
  expect(moment('2024-05-31T16:00:00Z', 'Europe/Brussels')).toMatch(/31 ?.*2024.*(18:00|06:00).*(CEST|GMT\+2)/)
})

test('midnight is the beginning of its day', () => {
  expect(wallTime('2024-05-30T22:00:00Z', 'Europe/Brussels')).toBe('2024-05-31T00:00')
})
