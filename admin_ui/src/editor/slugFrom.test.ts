import { expect, test } from 'vitest'
import { slugFrom } from './slugFrom'

test.each([
  ['Klastry se sejdou v Ostravě', 'klastry-se-sejdou-v-ostrave'],
  ['Клъстери и региони', 'klasteri-i-regioni'],
  ['Iași: „Clusters & regions“ 2023', 'iasi-clusters-regions-2023'],
  ['Straße nach Łódź', 'strasse-nach-lodz'],
  ['България: София', 'bulgaria-sofia'],
  ["Cristina d'Istria", 'cristina-distria'],
  ['!?', ''],
])('%s', (title, slug) => {
  expect(slugFrom(title)).toBe(slug)
})

test('a long title is cut between words', () => {
  expect(slugFrom('word '.repeat(40))).toMatch(/^(word-)+word$/)
  expect(slugFrom('word '.repeat(40)).length).toBeLessThanOrEqual(80)
})
