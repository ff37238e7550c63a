// @vitest-environment jsdom
import type { JSONContent } from '@tiptap/core'
import { describe, expect, test, vi } from 'vitest'
import { repairedAddress } from './model/addresses'
import { headingAddress, headingsIn } from './model/headings'
import { excess, Limits } from './model/limits'
import { linkAttributes } from './model/link'
import { textSchema } from './model/schema'
import { plainEditor, sketch } from './paste/testing'
import { documentOf, takeOver } from './takeOver'

const ID = '0123456789abcdef01234567'
const text = (words: string, ...marks: object[]): JSONContent => ({
  type: 'text',
  text: words,
  ...(marks.length && { marks: marks as JSONContent['marks'] }),
})
const paragraph = (...content: JSONContent[]): JSONContent => ({
  type: 'paragraph',
  ...(content.length && { content }),
})
const cell = (type: string, words: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: ['Day', '21'].includes(words) ? [120] : null },
  content: [paragraph(text(words))],
})

/** Everything that a text can hold, with every attribute, as the server stores it. */
const WHOLE: JSONContent = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3, id: 'programme' }, content: [text('Programme')] },
    paragraph(
      text('See ', { type: 'bold' }, { type: 'italic' }, { type: 'code' }),
      text('the edition', { type: 'link', attrs: linkAttributes({ item: ID, fragment: 'dates' }) }, { type: 'bold' }),
      { type: 'hardBreak' },
      text('agenda', { type: 'link', attrs: linkAttributes({ file: ID }) }),
      text('site', { type: 'link', attrs: linkAttributes({ href: 'https://clusters.example/' }) }),
    ),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('one'))] }] },
    {
      type: 'orderedList',
      attrs: { start: 4, type: 'a' },
      content: [{ type: 'listItem', content: [paragraph(text('four'))] }],
    },
    { type: 'blockquote', content: [paragraph(text('said'))] },
    { type: 'horizontalRule' },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Day'), cell('tableHeader', 'City')] },
        { type: 'tableRow', content: [cell('tableCell', '21'), cell('tableCell', 'Iași')] },
      ],
    },
    { type: 'image', attrs: { file: ID, alt: '', caption: 'The hall' } },
    { type: 'video', attrs: { src: 'https://youtu.be/dQw4w9WgXcQ', caption: null } },
    paragraph(),
  ],
}

describe('a stored text', () => {
  test('comes out of the editor as it went in, with every attribute', () => {
    const editor = plainEditor(WHOLE)
    expect(editor.getJSON()).toEqual(WHOLE)
  })

  test('is the same after it was copied inside the editor', () => {
    const editor = plainEditor(WHOLE)
    editor.commands.selectAll()
    const { dom } = editor.view.serializeForClipboard(editor.state.selection.content())
    const other = plainEditor()
    other.view.pasteHTML(dom.innerHTML, new Event('paste') as ClipboardEvent)
    expect(sketch(other.getJSON())).toBe(sketch(editor.getJSON()))
  })

  test('that the editor could not show whole is not opened in it', () => {
    expect(documentOf(textSchema(), { type: 'doc', content: [{ type: 'codeBlock' }] })).toBeNull()
    expect(documentOf(textSchema(), WHOLE)).not.toBeNull()
  })
})

describe('what comes from outside', () => {
  test('replaces only what differs: the cursor stays where it is, and nothing is told as typed', () => {
    const editor = plainEditor({ type: 'doc', content: [paragraph(text('First')), paragraph(text('Second'))] })
    const told = vi.fn()
    editor.on('update', told)
    editor.commands.setTextSelection(12)

    takeOver(editor, { type: 'doc', content: [paragraph(text('First of all')), paragraph(text('Second'))] })

    expect(editor.getText({ blockSeparator: '|' })).toBe('First of all|Second')
    expect(editor.state.selection.from).toBe(12 + ' of all'.length)
    expect(told).not.toHaveBeenCalled()
  })

  test('cannot be undone as if one had typed it', () => {
    const editor = plainEditor({ type: 'doc', content: [paragraph(text('Mine'))] })
    takeOver(editor, null)
    editor.commands.undo()
    expect(editor.getText()).toBe('')
  })

  test.each([
    ['aaa', 'aa'],
    ['aa', 'aaa'],
    ['abab', 'ab'],
  ])('repeated letters are no trap: %s becomes %s', (before, after) => {
    const editor = plainEditor({ type: 'doc', content: [paragraph(text(before))] })
    takeOver(editor, { type: 'doc', content: [paragraph(text(after))] })
    expect(editor.getText()).toBe(after)
  })
})

describe('ids of headings', () => {
  const titled = (words: string, id: string | null = null): JSONContent => ({
    type: 'heading',
    attrs: { level: 2, id },
    content: [text(words)],
  })

  test('that the server gave are taken over without moving the cursor', () => {
    const editor = plainEditor({ type: 'doc', content: [titled('Dates'), paragraph(text('x')), titled('Place')] })
    editor.commands.setTextSelection(3)

    takeOver(editor, {
      type: 'doc',
      content: [titled('Dates', 'dates'), paragraph(text('x')), titled('Place', 'place')],
    })

    expect(editor.state.selection.from).toBe(3)
    expect(headingsIn(editor.getJSON())).toEqual([
      { id: 'dates', words: 'Dates' },
      { id: 'place', words: 'Place' },
    ])
  })

  test('stay with a heading whose level changes', () => {
    const editor = plainEditor({ type: 'doc', content: [titled('Key dates', 'dates')] })
    editor.commands.toggleHeading({ level: 3 })
    expect(editor.getJSON().content?.[0]?.attrs).toEqual({ level: 3, id: 'dates' })
  })

  test('a link is made to a heading by its id or its words', () => {
    const headings = headingsIn(
      [titled('Klíčové termíny', 'when'), { cs: [titled('Místo')], en: [titled('Place')] }],
      'cs',
    )
    expect(headings).toEqual([
      { id: 'when', words: 'Klíčové termíny' },
      { id: 'misto', words: 'Místo' },
    ])
    expect(['#when', '# klíčové termíny', '#Místo', '#else'].map((one) => headingAddress(one, headings))).toEqual([
      '#when',
      '#when',
      '#misto',
      '#else',
    ])
  })
})

describe('what the server would refuse', () => {
  test('deeper nesting does not happen, and the person is told', () => {
    const onExcess = vi.fn()
    const editor = plainEditor()
    Object.assign(editor.extensionManager.extensions.find((one) => one.name === Limits.name)?.options ?? {}, {
      onExcess,
    })
    let deep: JSONContent = paragraph(text('in'))
    for (let level = 0; level < 25; level += 1) deep = { type: 'blockquote', content: [deep] }

    editor.commands.insertContent(deep)

    expect(excess(editor.state.doc)).toBeNull()
    expect(editor.getText().trim()).toBe('')
  })

  test('a text of more than 256 KB is told from one that is just long', () => {
    const schema = textSchema()
    const doc = (length: number) => schema.nodeFromJSON({ type: 'doc', content: [paragraph(text('ж'.repeat(length)))] })
    expect(excess(doc(100_000))).toBeNull()
    expect(excess(doc(140_000))).toBe('large')
  })
})

describe('addresses', () => {
  test.each([
    ['clusters.example/a', 'https://clusters.example/a'],
    ['info@clusters.example', 'mailto:info@clusters.example'],
    ['tel:+420 123 456', 'tel:+420123456'],
    ['/cs/novinky', '/cs/novinky'],
    ['#dates', '#dates'],
    [' https://x.example/a b ', 'https://x.example/a%20b'],
    ['https://bg.example/wiki/Бургас', 'https://bg.example/wiki/Бургас'],
  ])('%s is repaired', (typed, address) => expect(repairedAddress(typed)).toBe(address))

  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://x.example',
    'file:///etc',
    '',
    'word',
    'https://',
    '#',
  ])('%j is none', (typed) => expect(repairedAddress(typed)).toBeNull())
})
