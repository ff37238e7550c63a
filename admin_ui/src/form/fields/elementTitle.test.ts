import { expect, test } from 'vitest'
import { elementTitle } from './elementTitle'

const doc = (words: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
})

test('a block is called by its first words, formatted or not', () => {
  expect(elementTitle({ id: 'a', kind: 'text', text: { en: doc('A new centre'), cs: doc('Centrum') } }, 'cs')).toBe(
    'Centrum',
  )
  expect(elementTitle({ id: 'a', kind: 'text', text: doc('A new centre') }, 'en')).toBe('A new centre')
  expect(elementTitle({ id: 'a', kind: 'text', text: { en: doc('') } }, 'en')).toBe('')
  expect(elementTitle({ id: 'a', title: { en: 'Agenda' } }, 'en')).toBe('Agenda')
})
