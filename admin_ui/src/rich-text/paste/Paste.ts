import { Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { printable } from '../model/texts'
import { cleanPastedHtml } from './cleanPastedHtml'
import { OwnSerializer } from './ownCopy'

export type PasteOptions = {
  /** So many pictures were not taken over. */
  onDropped: (count: number) => void
  /** Pictures of the clipboard, or dropped from the disk: to be uploaded and put in at `position`. */
  onFiles: (files: File[], position: number) => void
}

/** What is pasted or dropped comes out clean. */
export const Paste = Extension.create<PasteOptions>({
  name: 'cleanPaste',
  addOptions: () => ({ onDropped: () => undefined, onFiles: () => undefined }),
  addProseMirrorPlugins() {
    const { onDropped, onFiles } = this.options
    return [
      new Plugin({
        props: {
          clipboardSerializer: OwnSerializer.of(this.editor.schema),
          transformPastedHTML(html) {
            const cleaned = cleanPastedHtml(html)
            if (cleaned.dropped > 0) onDropped(cleaned.dropped)
            return cleaned.html
          },
          transformPastedText: printable,
          transformPasted: (slice) => new Slice(printableFragment(slice.content), slice.openStart, slice.openEnd),
          handlePaste(view, event) {
            const files = filesOf(event.clipboardData)
            if (files.length > 0) onFiles(files, view.state.selection.from)
            return files.length > 0
          },
          handleDrop(view, event) {
            const files = filesOf(event.dataTransfer)
            if (files.length === 0) return false
            event.preventDefault()
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
            onFiles(files, place?.pos ?? view.state.selection.from)
            return true
          },
        },
      }),
    ]
  },
})

/** Word also puts a picture of the text there: files count only where there is no text. */
function filesOf(data: DataTransfer | null): File[] {
  const text = data?.getData('text/plain') ?? ''
  if (text.trim() !== '') return []
  return [...(data?.files ?? [])].filter((one) => one.type.startsWith('image/'))
}

function printableFragment(fragment: Fragment): Fragment {
  const nodes: Node[] = []
  fragment.forEach((node) => {
    const text = printable(node.text ?? '')
    if (!node.isText) nodes.push(node.copy(printableFragment(node.content)))
    else if (text) nodes.push(text === node.text ? node : node.type.schema.text(text, node.marks))
  })
  return Fragment.fromArray(nodes)
}
