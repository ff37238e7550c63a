import { useRef, useState } from 'react'
import { useVerb } from '../api/useVerb'
import { sendFile } from '../files/uploading/sendFile'
import { ArchiveTicketDocument } from './gql/graphql'

/** Sends an archive to where imports read it. `share`: of its bytes that have gone; null while nothing is sent. */
export function useArchiveUpload() {
  const ticket = useVerb(ArchiveTicketDocument)
  const [share, setShare] = useState<number | null>(null)
  const [isBroken, setBroken] = useState(false)
  const sending = useRef<AbortController>(undefined)

  /** The ticket's id once the bytes are there; null where they were refused, broke off, or were stopped. */
  async function send(file: File, site: string): Promise<string | null> {
    setBroken(false)
    const given = await ticket.run({ site, filename: file.name, byteSize: file.size })
    if (!given?.upload) return null
    const stop = new AbortController()
    sending.current = stop
    setShare(0)
    try {
      await sendFile()(given.upload, file, setShare, stop.signal)
      return given.upload.id
    } catch {
      setBroken(!stop.signal.aborted)
      return null
    } finally {
      setShare(null)
    }
  }

  return { send, share, isBroken, refusal: ticket.refusal, stop: () => sending.current?.abort() }
}
