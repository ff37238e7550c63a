import { type Put, putBytes } from './putBytes'
import { FileChanged, type Part, type Ticket } from './upload'

/** Parts of one file that are under way together: while one is being stored, the next one is sent. */
const AT_ONCE = 2

export type Send = (
  ticket: Ticket,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => Promise<void>

/** Puts those parts that have not arrived yet. Throws `Away`, `TicketGone`, `FileChanged`; what arrived before stays. */
export function sendFile(put: Put = putBytes): Send {
  return async (ticket, file, onProgress, signal) => {
    const stop = new AbortController()
    const left = ticket.parts.filter((one) => !one.isThere)
    const sent = new Map<number, number>(ticket.parts.filter((one) => one.isThere).map(sizeOf))

    async function work(): Promise<void> {
      for (let part = left.shift(); part; part = left.shift()) {
        const { number, url } = part
        const content = await piece(file, part)
        const tell = (bytes: number) => {
          sent.set(number, bytes)
          onProgress(sum(sent) / Math.max(file.size, 1))
        }
        await put(url, ticket, content, tell, AbortSignal.any([signal, stop.signal]))
        tell(content.byteLength)
      }
    }

    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work))
    } finally {
      stop.abort()
    }
  }
}

/** The share of a file that has arrived already. */
export function arrivedShare({ parts }: Ticket, file: File): number {
  return sum(new Map(parts.filter((one) => one.isThere).map(sizeOf))) / Math.max(file.size, 1)
}

/** A browser refuses to read a file that was changed or moved after it was chosen. */
async function piece(file: File, { offset, byteSize }: Part): Promise<ArrayBuffer> {
  const content = await file
    .slice(offset, offset + byteSize)
    .arrayBuffer()
    .catch(() => null)
  if (content?.byteLength !== byteSize) throw new FileChanged()
  return content
}

const sizeOf = ({ number, byteSize }: Part): [number, number] => [number, byteSize]
const sum = (sent: Map<number, number>) => [...sent.values()].reduce((all, one) => all + one, 0)
