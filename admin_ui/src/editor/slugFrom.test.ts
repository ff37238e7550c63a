import { expect, test } from 'vitest'
import { slugFrom, slugOf } from './slugFrom'

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

test('the year stands behind what is called the same in several years, once there is a title', () => {
  expect(slugOf('Пловдив', '2027')).toBe('plovdiv-2027')
  expect(slugOf('Plovdiv', '')).toBe('plovdiv')
  expect(slugOf('!?', '2027')).toBe('')
})
