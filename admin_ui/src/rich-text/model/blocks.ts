import type { Attributes } from '@tiptap/core'
import { Code as TipTapCode } from '@tiptap/extension-code'
import { HardBreak as TipTapHardBreak } from '@tiptap/extension-hard-break'
import { Heading as TipTapHeading } from '@tiptap/extension-heading'
import { OrderedList as TipTapOrderedList } from '@tiptap/extension-list'
import { TableCell as TipTapCell, TableHeader as TipTapHeader, TableRow as TipTapRow } from '@tiptap/extension-table'

const STYLES = ['1', 'a', 'A', 'i', 'I']
const MOST_COLUMNS = 100
const LEVELS: Record<string, number> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }

function wholeNumber(text: string | null, least: number, most: number, otherwise: number): number {
  const number = /^\d{1,5}$/.test(text ?? '') ? Number(text) : otherwise
  return number >= least && number <= most ? number : otherwise
}

/** Levels 2 to 4: the page's title is level 1, and whatever is pasted comes as near as it can. */
export const Heading = TipTapHeading.extend({
  addAttributes: () => ({
    level: { default: 2, rendered: false },
    // The server gives it, and another one to a copy.
    id: { default: null, rendered: false, parseHTML: () => null },
  }),

  parseHTML: () => Object.entries(LEVELS).map(([tag, level]) => ({ tag, attrs: { level } })),
}).configure({ levels: [2, 3, 4] })

export const OrderedList = TipTapOrderedList.extend({
  addAttributes: () => ({
    start: { default: 1, parseHTML: (element: HTMLElement) => wholeNumber(element.getAttribute('start'), 0, 9999, 1) },
    type: {
      default: null,
      parseHTML: (element: HTMLElement) => STYLES.find((style) => style === element.getAttribute('type')) ?? null,
    },
  }),
})

const span = (name: string) => ({
  default: 1,
  parseHTML: (element: HTMLElement) => wholeNumber(element.getAttribute(name), 1, MOST_COLUMNS, 1),
})

/** Without the alignment that TipTap would carry. */
const cellAttributes = (): Attributes => ({
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: {
    default: null,
    parseHTML: (element: HTMLElement) => widths(element.getAttribute('data-colwidth')),
    renderHTML: rendered,
  },
})

function widths(text: string | null): number[] | null {
  return text && /^\d{1,4}(,\d{1,4}){0,99}$/.test(text) ? text.split(',').map(Number) : null
}

function rendered({ colwidth }: Record<string, unknown>): Record<string, string> {
  return Array.isArray(colwidth) ? { 'data-colwidth': colwidth.join(',') } : {}
}

export const TableCell = TipTapCell.extend({ addAttributes: cellAttributes })
export const TableHeader = TipTapHeader.extend({ addAttributes: cellAttributes })
export const TableRow = TipTapRow.extend({ content: '(tableCell | tableHeader)+' })

/** May be combined with bold and italic. */
export const Code = TipTapCode.extend({ excludes: '' })

/** Ctrl-Enter belongs to the form: it publishes. */
export const HardBreak = TipTapHardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() }
  },
})
