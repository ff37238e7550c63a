import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { foldedWords, isFoundBy } from './folding'
import { slugFrom, slugOf } from './slug'

/** Those that the server is tried with too (`tests/cms/content/rules/test_folding.py`). */
const vectors: [string, string, string][] = JSON.parse(
  readFileSync(new URL('../../../tests/facts/words.json', import.meta.url), 'utf-8'),
)

test('there are vectors in Latin, Cyrillic and Greek', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(200)
})

test.each(vectors)('%s gives what the server makes of it', (title, slug, words) => {
  expect(slugFrom(title)).toBe(slug)
  expect(foldedWords(title).join(' ')).toBe(words)
})

test('a long title is cut between words, a long word where it must be', () => {
  expect(slugFrom('Clusters as drivers of regional innovation', 25)).toBe('clusters-as-drivers-of')
  expect(slugFrom('Clusters meet regions', 13)).toBe('clusters-meet')
  expect(slugFrom('a'.repeat(300))).toBe('a'.repeat(80))
})

test('the year stands behind what is called the same in several years, once there is a title', () => {
  expect(slugOf('Пловдив', '2027')).toBe('plovdiv-2027')
  expect(slugOf('Plovdiv', '')).toBe('plovdiv')
  expect(slugOf('!?', '2027')).toBe('')
})

describe('found', () => {
  test.each([
    ['Lukasz', 'Łukasz Wójcik'],
    ['lodz', 'Cluster z Łodzi, Łódź'],
    ['Orjan', 'Ørjan Berg'],
    ['igdir', 'Iğdır'],
    ['mistek', 'Frýdek-Místek'],
    ['yana tod', 'Яна Тодорова'],
    ['Ян', 'Yana'],
    ['', 'anything'],
    ['(', 'Energy (old)'],
  ])('%s finds %s', (query, text) => {
    expect(isFoundBy(query, text)).toBe(true)
  })

  test.each([
    ['(', 'Energy'],
    ['ukasz', 'Łukasz'],
    ['Łukasz Berg', 'Łukasz Wójcik'],
  ])('%s does not find %s', (query, text) => {
    expect(isFoundBy(query, text)).toBe(false)
  })
})
