import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'

const MAX_DEPTH = 20
const MAX_NODES = 10_000
const MAX_BYTES = 256 * 1024
/** A document of less than so many positions cannot be too large, whatever it is made of. */
const SURELY_SMALL = 1600

export type Excess = 'deep' | 'large'

/** Why the server would refuse it for its size, null if it would not. */
export function excess(doc: Node): Excess | null {
  let nodes = 1
  let isDeep = false
  const visit = (node: Node, depth: number) => {
    node.forEach((child) => {
      nodes += 1
      if (depth + 1 >= MAX_DEPTH) isDeep = true
      else visit(child, depth + 1)
    })
  }
  visit(doc, 0)
  if (isDeep) return 'deep'
  if (nodes > MAX_NODES) return 'large'
  if (doc.nodeSize < SURELY_SMALL) return null
  return new TextEncoder().encode(JSON.stringify(doc)).length > MAX_BYTES ? 'large' : null
}

/** A change that makes the text deeper or longer than it may be does not happen; `onExcess` tells the person. */
export const Limits = Extension.create<{ onExcess: (excess: Excess) => void }>({
  name: 'limits',
  addOptions: () => ({ onExcess: () => undefined }),
  addProseMirrorPlugins() {
    const { onExcess } = this.options
    return [
      new Plugin({
        filterTransaction(transaction, state) {
          if (!transaction.docChanged) return true
          const found = excess(transaction.doc)
          const isWorse = found !== null && transaction.doc.nodeSize >= state.doc.nodeSize
          if (isWorse) onExcess(found)
          return !isWorse
        },
      }),
    ]
  },
})
