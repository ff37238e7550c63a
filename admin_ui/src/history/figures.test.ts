import { expect, test } from 'vitest'
import { changedFigures } from './figures'

const image = (file: string, more: object = {}) => ({
  type: 'image',
  attrs: { file, alt: null, caption: null, ...more },
})
const words = (attrs: object) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'here', marks: [{ type: 'bold' }, { type: 'link', attrs }] }],
})
const doc = (...content: object[]) => ({ type: 'doc', content })

test('pictures that came, went, or are described otherwise', () => {
  const hall = image('hall', { alt: 'The hall' })
  expect(changedFigures(doc(image('a'), hall), doc(image('b'), image('hall', { alt: '' })))).toEqual([
    [
      { kind: 'image', id: 'a', alt: null },
      { kind: 'image', id: 'hall', alt: 'The hall' },
    ],
    [
      { kind: 'image', id: 'b', alt: null },
      { kind: 'image', id: 'hall', alt: '' },
    ],
  ])
  expect(changedFigures(undefined, doc(image('a', { caption: 'Quay' })))).toEqual([
    [],
    [{ kind: 'image', id: 'a', alt: null, caption: 'Quay' }],
  ])
})

test('videos, downloads and links, also within lists and tables', () => {
  const video = { type: 'video', attrs: { src: 'https://youtu.be/a', caption: null } }
  const cell = { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [video] }] }] }
  const before = doc(words({ href: 'https://a.example' }), words({ file: 'old' }))
  const after = doc(cell, words({ item: 'page' }), words({ file: 'new' }), words({ file: 'new' }))
  expect(changedFigures(before, after)).toEqual([
    [
      { kind: 'href', address: 'https://a.example' },
      { kind: 'file', id: 'old' },
    ],
    [
      { kind: 'video', address: 'https://youtu.be/a' },
      { kind: 'item', id: 'page' },
      { kind: 'file', id: 'new' },
    ],
  ])
  expect(changedFigures(after, after)).toEqual([[], []])
})
