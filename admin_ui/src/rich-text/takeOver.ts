import type { Editor, JSONContent } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'

/** The stored text as a document, null where the editor cannot show all of it. */
export function documentOf(schema: Schema, value: unknown): Node | null {
  if (value === null || value === undefined) return schema.topNodeType.createAndFill()
  try {
    const doc = schema.nodeFromJSON(value as JSONContent)
    doc.check()
    return doc
  } catch {
    return null
  }
}

/** Brings in what came from outside, such as others' changes: only what differs is replaced, so the cursor stays. */
export function takeOver(editor: Editor, value: unknown): void {
  const { state, view } = editor
  const next = documentOf(state.schema, value)
  if (!next) return
  const transaction = withIdsOf(next, state.tr)
  const start = transaction.doc.content.findDiffStart(next.content)
  const ends = transaction.doc.content.findDiffEnd(next.content)
  if (start !== null && ends) {
    const overlap = Math.max(start - Math.min(ends.a, ends.b), 0)
    transaction.replace(start, ends.a + overlap, next.slice(start, ends.b + overlap))
  }
  if (!transaction.docChanged) return
  if (!transaction.doc.eq(next)) transaction.replaceWith(0, transaction.doc.content.size, next.content)
  view.dispatch(transaction.setMeta('addToHistory', false).setMeta('preventUpdate', true))
}

/** The server gives headings their ids: taking these over must not move the cursor out of a heading. */
function withIdsOf(next: Node, transaction: Transaction): Transaction {
  next.descendants((node, position) => {
    const here = transaction.doc.nodeAt(position)
    const isSame = here?.type === node.type && here.content.eq(node.content)
    if (node.type.name === 'heading' && isSame && here.attrs.id !== node.attrs.id)
      transaction.setNodeAttribute(position, 'id', node.attrs.id)
  })
  return transaction
}

/** After the form took something back: the text's own undo would do it once more. */
export function forgetSteps({ state, view }: Editor): void {
  const { doc, plugins, selection } = state
  view.updateState(EditorState.create({ doc, plugins, selection }))
}
