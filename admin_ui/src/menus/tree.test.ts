import { expect, test } from 'vitest'
import { entryLabel, type MenuEntry, mayPlace, pathOf, putAt, rowsOf, stepped } from './tree'

const menu: MenuEntry[] = [{ id: 'a' }, { id: 'b', children: [{ id: 'b1' }, { id: 'b2' }] }, { id: 'c' }]
const shape = (entries: MenuEntry[] | null) =>
  entries?.map(({ id, children }) => (children?.length ? `${id}(${children.map((one) => one.id)})` : id)).join(' ')

test('rows come as the menu is read, each with its path', () => {
  expect(rowsOf(menu).map((row) => pathOf(row).join('.'))).toEqual([
    'entries.a',
    'entries.b',
    'entries.b.children.b1',
    'entries.b.children.b2',
    'entries.c',
  ])
})

test.each([
  ['c', 'a', 'before', 'c a b(b1,b2)'],
  ['a', 'c', 'after', 'b(b1,b2) c a'],
  ['c', 'b1', 'after', 'a b(b1,c,b2)'],
  ['a', 'b', 'inside', 'b(b1,b2,a) c'],
  ['b1', 'b', 'after', 'a b(b2) b1 c'],
  ['b1', 'b2', 'after', 'a b(b2,b1) c'],
  ['b', 'c', 'after', 'a c b(b1,b2)'],
] as const)('%s put at %s, %s', (id, over, side, after) => {
  expect(shape(putAt(menu, id, over, side))).toBe(after)
})

test('there are two levels, and nothing lies in itself', () => {
  expect(putAt(menu, 'b', 'a', 'inside')).toBeNull()
  expect(putAt(menu, 'b', 'b1', 'after')).toBeNull()
  expect(mayPlace(menu, 'a', 'b1', 'inside')).toBe(false)
  expect(mayPlace(menu, 'a', 'a', 'inside')).toBe(false)
})

test.each([
  ['c', 'up', 'a c b(b1,b2)'],
  ['b2', 'up', 'a b(b2,b1) c'],
  ['b2', 'out', 'a b(b1) b2 c'],
  ['c', 'in', 'a b(b1,b2,c)'],
  ['a', 'down', 'b(b1,b2) a c'],
] as const)('%s goes %s', (id, way, after) => {
  expect(shape(stepped(menu, id, way))).toBe(after)
})

test.each([
  ['a', 'up'],
  ['c', 'down'],
  ['a', 'in'],
  ['b', 'in'],
  ['b1', 'in'],
  ['a', 'out'],
  ['nobody', 'up'],
] as const)('%s cannot go %s', (id, way) => {
  expect(stepped(menu, id, way)).toBeNull()
})

test('a label that is not written in a language is read as in another one', () => {
  expect(entryLabel({ id: 'x', label: { en: 'News', cs: ' ' } }, 'cs')).toEqual({ text: 'News', isOther: true })
  expect(entryLabel({ id: 'x', label: { en: 'News' } }, 'en')).toEqual({ text: 'News', isOther: false })
  expect(entryLabel({ id: 'x' }, 'en')).toEqual({ text: '', isOther: false })
})
