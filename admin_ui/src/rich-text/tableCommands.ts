import type { ChainedCommands } from '@tiptap/core'
import { createTable } from '@tiptap/extension-table'
import { insertBlock } from './insertBlock'

type TableCommand = {
  name: string
  isInside: boolean
  isLast?: boolean
  run: (chain: ChainedCommands) => ChainedCommands
}

/** What can be done with tables: outside of one, and inside. */
export const TABLE_COMMANDS: TableCommand[] = [
  { name: 'insert', isInside: false, run: (chain) => insertBlock(chain, (schema) => createTable(schema, 3, 3, true)) },
  { name: 'rowBefore', isInside: true, run: (chain) => chain.addRowBefore() },
  { name: 'rowAfter', isInside: true, run: (chain) => chain.addRowAfter() },
  { name: 'rowDelete', isInside: true, run: (chain) => chain.deleteRow() },
  { name: 'columnBefore', isInside: true, run: (chain) => chain.addColumnBefore() },
  { name: 'columnAfter', isInside: true, run: (chain) => chain.addColumnAfter() },
  { name: 'columnDelete', isInside: true, run: (chain) => chain.deleteColumn() },
  { name: 'headerRow', isInside: true, run: (chain) => chain.toggleHeaderRow() },
  { name: 'headerColumn', isInside: true, run: (chain) => chain.toggleHeaderColumn() },
  { name: 'delete', isInside: true, isLast: true, run: (chain) => chain.deleteTable() },
]
