import { expect, test } from 'vitest'
import { newData } from './newData'

test('news is of today, by the clock of whoever writes it', () => {
  expect(newData('NewsItem', new Date(2026, 0, 5, 23, 59))).toEqual({ kind: 'news', published_at: '2026-01-05' })
})

test('other types begin empty', () => {
  expect(newData('Person')).toEqual({})
})
