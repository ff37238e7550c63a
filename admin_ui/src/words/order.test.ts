import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inOrder } from './order'

/** Names in the order of some languages, in which the server puts them too (`tests/cms/content/rules/test_collation.py`). */
const names: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('../../../tests/facts/names_in_order.json', import.meta.url), 'utf-8'),
)

test('there are names in Latin, Cyrillic and Greek', () => {
  expect(new Set(Object.values(names).flat()).size).toBeGreaterThanOrEqual(200)
})

test.each(Object.keys(names))('names stand in the order of %s', (language) => {
  const right = names[language] ?? []
  const mixed = [...right].sort()
  expect(mixed.sort((one, other) => inOrder(one, other, language))).toEqual(right)
})
