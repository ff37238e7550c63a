import { expect, test } from 'vitest'
import { matching } from './matching'

const ALL = [{ label: 'Ročníky' }, { label: 'Nový ročník' }, { label: 'Výzvy pro hostitele' }]
const labels = (query: string) => matching(query, ALL).map(({ label }) => label)

test('beginnings of words are enough, without accents and in any order', () => {
  expect(labels('rocn')).toEqual(['Ročníky', 'Nový ročník'])
  expect(labels('roc nov')).toEqual(['Nový ročník'])
  expect(labels('')).toHaveLength(3)
  expect(labels('titele')).toEqual([])
})
