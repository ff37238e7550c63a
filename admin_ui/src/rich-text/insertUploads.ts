import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { uploads } from '../files/uploading/uploads'

/** Uploads pictures and puts each in where it was dropped, wherever that place has moved by then. */
export function insertUploads(editor: Editor, files: File[], position: number, site: string): string[] {
  const ids = uploads.add(files, { site })
  for (const id of ids) {
    let place = position
    const follow = ({ transaction }: { transaction: Transaction }) => {
      place = transaction.mapping.map(place)
    }
    editor.on('transaction', follow)
    uploads.whenDone(id, ({ item }) => {
      editor.off('transaction', follow)
      if (item && !editor.isDestroyed) insertImage(editor, item.id, place)
    })
  }
  return ids
}

function insertImage(editor: Editor, file: string, place: number): void {
  editor.commands.insertContentAt(place, { type: 'image', attrs: { file, alt: null, caption: null } })
}
