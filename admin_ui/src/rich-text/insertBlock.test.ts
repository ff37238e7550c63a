// @vitest-environment jsdom
import type { JSONContent } from '@tiptap/core'
import { expect, test } from 'vitest'
import { insertBlock, insertBlockAt } from './insertBlock'
import { setLink } from './LinkDialog'
import { plainEditor, sketch } from './paste/testing'
import { TABLE_COMMANDS } from './tableCommands'

const ID = '0123456789abcdef01234567'
const picture = { type: 'image', attrs: { file: ID, alt: null, caption: null } }
const video = { type: 'video', attrs: { src: 'https://youtu.be/dQw4w9WgXcQ', caption: null } }
const paragraph = (...texts: string[]): JSONContent => ({
  type: 'paragraph',
  content: texts.map((text) => ({ type: 'text', text })),
})
const PICTURE = `image.file=${ID}()`
const VIDEO = 'video.src=https://youtu.be/dQw4w9WgXcQ()'
const doc = (...content: JSONContent[]) => ({ type: 'doc', content })
const table = TABLE_COMMANDS.find(({ name }) => name === 'insert')
const firstOf = (text: string) => text.split('(')[0]

test.each([
  [
    'a video',
    (editor: ReturnType<typeof plainEditor>) => insertBlock(editor.chain(), video).run(),
    'video.src=https://youtu.be/dQw4w9WgXcQ',
  ],
  [
    'a rule',
    (editor: ReturnType<typeof plainEditor>) => insertBlock(editor.chain(), { type: 'horizontalRule' }).run(),
    'horizontalRule',
  ],
  ['a table', (editor: ReturnType<typeof plainEditor>) => table?.run(editor.chain()).run(), 'table'],
  ['a link', (editor: ReturnType<typeof plainEditor>) => setLink(editor, { href: 'https://a.example/' }, 'A'), 'p'],
])('%s comes behind the picture that is selected', (_name, insert, expected) => {
  const editor = plainEditor(doc(paragraph('Before'), picture, paragraph('After')))
  editor.commands.setNodeSelection(8)
  insert(editor)
  const lines = sketch(editor.getJSON()).split('\n')
  expect([lines[0], lines[1], firstOf(lines[2] ?? ''), lines.at(-1)]).toEqual([
    'p(Before)',
    PICTURE,
    expected,
    'p(After)',
  ])
})

test.each([
  ['a video', (editor: ReturnType<typeof plainEditor>) => insertBlock(editor.chain(), video).run()],
  ['a table', (editor: ReturnType<typeof plainEditor>) => table?.run(editor.chain()).run()],
])('%s takes no selected words away', (_name, insert) => {
  const editor = plainEditor(doc(paragraph('Some words')))
  editor.commands.setTextSelection({ from: 1, to: 5 })
  insert(editor)
  expect(editor.getText()).toContain('Some')
  expect(editor.getText()).toContain('words')
})

test('what is typed after a block was put in does not replace it', () => {
  const editor = plainEditor(doc(picture))
  editor.commands.setNodeSelection(0)
  insertBlock(editor.chain(), video).run()
  editor.view.dispatch(editor.state.tr.replaceSelectionWith(editor.schema.text('on')))
  expect(sketch(editor.getJSON())).toBe(`${PICTURE}\n${VIDEO}\np(on)`)
})

test('an empty paragraph stays behind the block, to write on in', () => {
  const editor = plainEditor(doc({ type: 'paragraph' }))
  insertBlock(editor.chain(), picture).run()
  expect(sketch(editor.getJSON())).toBe(`${PICTURE}\np()`)
  expect(editor.state.selection.$from.parent.type.name).toBe('paragraph')
})

test('in the middle of a paragraph it divides it, in a list it stands in the item', () => {
  const editor = plainEditor(doc(paragraph('onetwo')))
  editor.commands.setTextSelection(4)
  insertBlock(editor.chain(), picture).run()
  expect(sketch(editor.getJSON())).toBe(`p(one)\n${PICTURE}\np(two)`)
  const list = plainEditor(
    doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] }),
  )
  list.commands.setTextSelection(3)
  insertBlock(list.chain(), picture).run()
  expect(sketch(list.getJSON())).toBe(`ul(li(p() ${PICTURE} p()))`)
})

test('a picture that arrives while somebody writes elsewhere leaves the cursor there', () => {
  const editor = plainEditor(doc(paragraph('one'), paragraph('two')))
  editor.commands.setTextSelection(9)
  const end = insertBlockAt(editor, 4, picture)
  expect(sketch(editor.getJSON())).toBe(`p(one)\n${PICTURE}\np(two)`)
  expect(end).toBe(6)
  expect(editor.state.selection.from).toBe(10)
})
