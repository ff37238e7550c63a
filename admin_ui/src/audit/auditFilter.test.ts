import { expect, test } from 'vitest'
import { asked } from './auditFilter'

test('the last day is included to its end', () => {
  const { since, until } = asked({ since: '2024-05-31', until: '2024-05-31' })
  expect(new Date(until ?? '').getTime() - new Date(since ?? '').getTime()).toBe(24 * 60 * 60 * 1000)
})

test('a month ends with its last day', () => {
  expect(new Date(asked({ until: '2024-12-31' }).until ?? '')).toEqual(new Date(2025, 0, 1))
})

test.each(['', 'soon', '2024-13'])('%s narrows nothing', (since) => {
  expect(asked({ since }).since).toBeNull()
})
