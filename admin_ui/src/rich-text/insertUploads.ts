import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { uploads } from '../files/uploading/uploads'
import { insertBlockAt } from './insertBlock'

/** Uploads pictures and puts each in where it was dropped, wherever that place has moved by then. */
export function insertUploads(editor: Editor, files: File[], position: number, site: string): string[] {
  const ids = uploads.add(files, { site })
  let place = position
  const follow = ({ transaction }: { transaction: Transaction }) => {
    place = transaction.mapping.map(place, -1) // what is typed there meanwhile comes behind the picture
  }
  editor.on('transaction', follow)
  for (const id of ids) {
    uploads.whenDone(id, ({ item }) => {
      if (!item || editor.isDestroyed) return
      place = insertBlockAt(editor, place, { type: 'image', attrs: { file: item.id, alt: null, caption: null } })
    })
  }
  return ids
}
