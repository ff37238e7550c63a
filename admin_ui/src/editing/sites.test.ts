import { expect, test } from 'vitest'
import { type EditorSite, languagesOf } from './sites'

const site = (key: string, locales: string[], defaultLocale: string): EditorSite => ({
  id: key,
  key,
  name: key,
  locales,
  defaultLocale,
  fallbackOrder: [],
  timeZone: 'Europe/Prague',
  hasPreview: false,
})
const SITES = [site('eccp', ['en', 'cs'], 'en'), site('nca', ['en', 'cs', 'bg'], 'cs')]

test('the default language of the own site comes first', () => {
  expect(languagesOf({ site: 'nca', shared: [], states: [] }, SITES)).toEqual(['cs', 'en', 'bg'])
})

test('languages of the sites that show it too are offered after its own', () => {
  expect(languagesOf({ site: 'eccp', shared: ['nca'], states: [] }, SITES)).toEqual(['en', 'cs', 'bg'])
})

test('a language that was written once stays within reach', () => {
  expect(languagesOf({ site: 'eccp', shared: [], states: [{ locale: 'de' }] }, SITES)).toEqual(['en', 'cs', 'de'])
})

test('what belongs to no known site is written in the languages of all', () => {
  expect(languagesOf({ site: '*', shared: [], states: [] }, SITES)).toEqual(['en', 'cs', 'bg'])
})
