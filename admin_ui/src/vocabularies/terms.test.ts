import { expect, test } from 'vitest'
import { keyFor, matching, type Term, termName } from './terms'

const terms: Term[] = [
  { id: '1', slug: 'energy', label: { en: 'Energy', cs: 'Energetika' } },
  { id: '2', slug: 'health', label: { cs: 'Zdravotní technika' } },
]

test.each([
  ['Zelená energie', 'zelena-energie'],
  ['Здравеопазване и щука', 'zdraveopazvane-i-shtuka'],
  ['Energy', 'energy-3'],
  ['  !  ', 'term'],
  ['x'.repeat(100), 'x'.repeat(60)],
])('%s gets the key %s', (name, key) => {
  expect(keyFor(name, new Set(['energy', 'energy-2']))).toBe(key)
})

test('a term is found by any of its labels, without accents', () => {
  expect(matching(terms, 'zdravotni').map(({ id }) => id)).toEqual(['2'])
  expect(matching(terms, 'tech zdra').map(({ id }) => id)).toEqual(['2'])
  expect(matching(terms, 'ener')).toHaveLength(1)
})

test('a term without a label in the language is called as in another one', () => {
  expect(terms.map((one) => termName(one, 'en'))).toEqual(['Energy', 'Zdravotní technika'])
  expect(termName({ id: '3', slug: 'x' }, 'en')).toBe('x')
})
