import { useSyncExternalStore } from 'react'
import { client } from '../../api/client'
import { uploadsApi } from './api'
import { sha256 } from './hash'
import { sendFile } from './sendFile'
import { UploadQueue } from './UploadQueue'
import type { Upload } from './upload'

/** The one queue of this window. */
export const uploads = new UploadQueue({ api: uploadsApi(client), send: sendFile(), hash: sha256 })

window.addEventListener('beforeunload', (event) => {
  if (uploads.hasUnfinished) event.preventDefault()
})

/** All uploads, or those with these ids. */
export function useUploads(ids?: readonly string[]): Upload[] {
  const all = useSyncExternalStore(uploads.subscribe, uploads.all)
  return ids ? all.filter((one) => ids.includes(one.id)) : [...all]
}
