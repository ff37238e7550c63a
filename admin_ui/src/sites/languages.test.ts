import { expect, test } from 'vitest'
import { chainOf, changesOf, languagesOf, withLocales } from './languages'

const live = languagesOf({ locales: ['cs', 'en', 'bg'], default_locale: 'cs', fallback_order: ['cs', 'en'] })

test('a text is looked for in the other languages of the order', () => {
  expect(chainOf('bg', live)).toEqual(['cs', 'en'])
  expect(chainOf('cs', live)).toEqual(['en'])
  expect(chainOf('cs', { fallback: ['cs'] })).toEqual([])
})

test('what named a language that is gone follows', () => {
  expect(withLocales(live, ['en', 'bg'])).toEqual({ locales: ['en', 'bg'], fallback: ['en'], main: 'en' })
  expect(withLocales(live, [])).toEqual({ locales: [], fallback: [], main: null })
  expect(withLocales(live, ['cs', 'de']).main).toBe('cs')
})

test('what visitors notice is told by language', () => {
  const next = { locales: ['en', 'cs', 'de'], fallback: ['en'], main: 'en' }
  expect(changesOf(live, next)).toEqual({ added: ['de'], removed: ['bg'], otherwise: ['en'], main: 'en' })
  expect(changesOf(live, live)).toEqual({ added: [], removed: [], otherwise: [], main: null })
})
