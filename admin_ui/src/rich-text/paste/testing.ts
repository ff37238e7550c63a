import { Editor, type JSONContent } from '@tiptap/core'
import { onTestFinished } from 'vitest'
import { modelExtensions } from '../model/extensions'
import { Limits } from '../model/limits'
import { Paste, type PasteOptions } from './Paste'

/** An editor as the form has it, without its looks. */
export function plainEditor(content: JSONContent | string = '', options: Partial<PasteOptions> = {}): Editor {
  const editor = new Editor({ extensions: [...modelExtensions(), Limits, Paste.configure(options)], content })
  onTestFinished(() => editor.destroy()) // its view looks at the page once more, later than the page is there
  return editor
}

/** What stands in an empty text after `html` was pasted into it. */
export function pasted(html: string, options: Partial<PasteOptions> = {}): JSONContent {
  const editor = plainEditor('', options)
  editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent)
  const doc = editor.getJSON()
  editor.state.doc.check()
  editor.destroy()
  return doc
}

/** A document in a line or a few, to be read in a test: `h2(Title) p(some **bold** text) ul(li(p(one)))`. */
export function sketch(node: JSONContent): string {
  if (node.type === 'text') return marked(node)
  if (node.type === 'hardBreak') return '⏎'
  const inside = (node.content ?? []).map(sketch)
  const separator = node.type === 'paragraph' || node.type === 'heading' ? '' : ' '
  return node.type === 'doc' ? inside.join('\n') : `${named(node)}(${inside.join(separator)})`
}

const SIGNS: Record<string, string> = {
  bold: '**',
  italic: '_',
  code: '`',
  strike: '-',
  superscript: '^',
  subscript: '~',
}

function marked({ text = '', marks = [] }: JSONContent): string {
  return marks.reduceRight((inner, { type, attrs }) => {
    if (type !== 'link') return `${SIGNS[type]}${inner}${SIGNS[type]}`
    return `[${inner}](${attrs?.href ?? attrs?.item ?? attrs?.file})`
  }, text)
}

const NAMES: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
}

function named({ type = '', attrs = {} }: JSONContent): string {
  if (type === 'heading') return `h${attrs.level}`
  const told = Object.entries(attrs).filter(([, value]) => value !== null && value !== 1)
  return (NAMES[type] ?? type) + told.map(([name, value]) => `.${name}=${value}`).join('')
}
