import type { Editor } from '@tiptap/core'

const NAMES = [
  'bold',
  'italic',
  'strike',
  'superscript',
  'subscript',
  'code',
  'link',
  'bulletList',
  'orderedList',
  'blockquote',
  'image',
  'video',
  'table',
]

/** What holds where the cursor is, by the names of the tools. */
export function activeNames(editor: Editor): string[] {
  const levels = [2, 3, 4].filter((level) => editor.isActive('heading', { level })).map((level) => `h${level}`)
  return [...NAMES.filter((name) => editor.isActive(name)), ...levels]
}
