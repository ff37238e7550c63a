import type { ChainedCommands, Editor, JSONContent } from '@tiptap/core'
import type { Node, ResolvedPos, Schema } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'

type Block = JSONContent | ((schema: Schema) => Node)

/** Puts a block behind what is selected, which stays as it is, and the cursor into the block or behind it. */
export function insertBlock(chain: ChainedCommands, block: Block): ChainedCommands {
  return chain.command(({ tr, state, dispatch }) => {
    const node = made(state.schema, block)
    const start = dispatch ? putIn(tr, node, tr.selection.to) : null
    if (start !== null) placeCursor(tr, start, node)
    return true
  })
}

/**
 * Puts a block in at a place of the text, and answers where it ends. The cursor goes behind it only where it stands at
 * that very place: who writes elsewhere meanwhile is not disturbed.
 */
export function insertBlockAt(editor: Editor, place: number, block: Block): number {
  const { tr, schema } = editor.state
  const node = made(schema, block)
  const isHere = tr.selection.empty && tr.selection.from === place
  const start = putIn(tr, node, place)
  if (start === null) return place
  if (isHere) placeCursor(tr, start, node)
  editor.view.dispatch(tr)
  return start + node.nodeSize
}

const made = (schema: Schema, block: Block) =>
  typeof block === 'function' ? block(schema) : schema.nodeFromJSON(block)

/** Where the block begins; null where the text can hold none there. */
function putIn(tr: Transaction, node: Node, place: number): number | null {
  const $place = tr.doc.resolve(place)
  const start = isInsideText($place) && takes($place, -1, 1, node) ? splitAt(tr, place) : besides($place, node)
  if (start !== null) tr.insert(start, node)
  return start
}

function isInsideText({ parent, parentOffset }: ResolvedPos): boolean {
  return parent.isTextblock && parentOffset > 0 && parentOffset < parent.content.size
}

function splitAt(tr: Transaction, place: number): number {
  tr.split(place)
  return place + 1
}

/** Before the paragraph where one is at its beginning, so that an empty one is left to write on in; else behind it. */
function besides($place: ResolvedPos, node: Node): number | null {
  if (takes($place, 0, 0, node)) return $place.pos
  const isAtStart = $place.parent.isTextblock && $place.parentOffset === 0
  for (let up = -1; $place.depth + up >= 0; up--) {
    if (isAtStart && takes($place, up, 0, node)) return $place.before($place.depth + up + 1)
    if (takes($place, up, 1, node)) return $place.after($place.depth + up + 1)
  }
  return null
}

/** Whether the node `up` levels above takes the block `after` the child in which the place is. */
function takes($place: ResolvedPos, up: number, after: 0 | 1, { type }: Node): boolean {
  const index = $place.index($place.depth + up) + after
  return $place.node($place.depth + up).canReplaceWith(index, index, type)
}

function placeCursor(tr: Transaction, start: number, node: Node): void {
  const end = start + node.nodeSize
  const { paragraph } = tr.doc.type.schema.nodes
  if (node.isAtom && paragraph && !tr.doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, paragraph.create())
  const inside = node.isAtom ? end + 1 : start + 1
  tr.setSelection(TextSelection.near(tr.doc.resolve(inside))).scrollIntoView()
}
