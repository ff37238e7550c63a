import { describe, expect, test } from 'vitest'
import { type Operation, wordChanges } from './wordChanges'

const side = (before: string, after: string, left: Operation) =>
  wordChanges(before, after)
    .filter((one) => one.operation !== left)
    .map((one) => one.text)
    .join('')

describe('word differences', () => {
  test('name the words that were put in and taken out', () => {
    expect(wordChanges('Meet in Burgas in May', 'Meet us in Varna in May')).toEqual([
      { operation: 'EQUAL', text: 'Meet ' },
      { operation: 'INSERT', text: 'us ' },
      { operation: 'EQUAL', text: 'in ' },
      { operation: 'DELETE', text: 'Burgas' },
      { operation: 'INSERT', text: 'Varna' },
      { operation: 'EQUAL', text: ' in May' },
    ])
  })

  test.each([
    ['', 'All new'],
    ['All gone', ''],
    ['a a a b', 'a b a'],
    ['Příští setkání: Jasy', 'Další setkání – Iași'],
    ['x '.repeat(900), 'y '.repeat(900)],
  ])('make both texts again: %#', (before, after) => {
    expect(side(before, after, 'INSERT')).toBe(before)
    expect(side(before, after, 'DELETE')).toBe(after)
  })
})
