import { expect, test } from 'vitest'
import { isSame } from './json'

const withAlt = (alt: string | null) => ({
  type: 'doc',
  content: [{ type: 'image', attrs: { file: 'f', alt, caption: null } }],
})

test('nothing is nothing, however it is written', () => {
  expect(isSame({ title: { en: '' }, days: [] }, null)).toBe(true)
})

test('in a formatted text an empty description is told from none', () => {
  expect(isSame(withAlt(''), withAlt(null))).toBe(false)
  expect(isSame(withAlt(''), withAlt(''))).toBe(true)
})
