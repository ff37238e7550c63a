import { useCallback, useState } from 'react'
import type { Purpose, Upload } from './uploading/upload'
import { uploads, useUploads } from './uploading/uploads'
import { useTrayAfterwards } from './uploadTray'

type NewUploads = {
  list: Upload[]
  send: (files: readonly File[], purpose: Purpose, onDone?: (upload: Upload) => void) => void
  forget: () => void
}

/** The uploads that this place of the screen began. `onDone` is called even where the place is gone by then. */
export function useNewUploads(): NewUploads {
  const [ids, setIds] = useState<readonly string[]>([])
  const list = useUploads(ids)
  useTrayAfterwards(ids)
  const send: NewUploads['send'] = useCallback((files, purpose, onDone) => {
    const added = uploads.add(files, purpose)
    setIds((before) => [...before, ...added])
    if (onDone) for (const id of added) uploads.whenDone(id, onDone)
  }, [])
  const forget = useCallback(() => setIds([]), [])
  return { list, send, forget }
}
