import { expect, test } from 'vitest'
import { count, country, day, days, place, type Shown, text } from './show'

const shown = (values: Record<string, unknown>, language = 'en'): Shown => ({
  values,
  language,
  t: ((key: string, given?: { days: string }) => `${key}(${given?.days ?? ''})`) as unknown as Shown['t'],
  option: (_field, value) => value.toUpperCase(),
})

test('a text is shown in the language of the interface, or in the one there is', () => {
  expect(text('city')(shown({ city: { en: 'Vienna', cs: 'Vídeň' } }, 'cs'))).toBe('Vídeň')
  expect(text('city')(shown({ city: { de: 'Wien' } }, 'cs'))).toBe('Wien')
  expect(text('city')(shown({}))).toBe('')
})

test('a place is as much as is known of it', () => {
  expect(place(shown({ city: { en: 'Iași' }, country: 'RO' }))).toBe('Iași, Romania')
  expect(country('country')(shown({ country: 'CZ' }, 'cs'))).toBe('Česko')
  expect(place(shown({ city: { en: 'Iași' } }))).toBe('Iași')
})

test('days are one range, and say when they are not certain', () => {
  const dates = { start: '2023-11-21', end: '2023-11-23' }
  expect(days(shown(dates))).toMatch(/^Nov 21\s–\s23, 2023$/)
  expect(days(shown({ start: '2023-11-21' }))).toBe('Nov 21, 2023')
  expect(days(shown({}))).toBe('lists:undated()')
  expect(days(shown({ ...dates, cancelled: true }))).toContain('lists:cancelled(Nov 21')
  expect(days(shown({ ...dates, tentative: true }))).toContain('lists:tentative(Nov 21')
})

test('of a date without a day the month is shown, whatever the time zone', () => {
  expect(day('at')(shown({ at: '2018-11' }))).toBe('November 2018')
  expect(day('at')(shown({ at: '2018-11-01' }))).toBe('Nov 1, 2018')
})

test('nothing is a dash where it is counted', () => {
  expect(count('terms')(shown({ terms: [1, 2] }))).toBe('2')
  expect(count('terms')(shown({}))).toBe('–')
})
