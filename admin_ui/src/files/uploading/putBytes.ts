import { Away, type Ticket, TicketGone } from './upload'

const GONE = [401, 403, 404, 409, 410]
const LATER = [0, 408, 429]
/** A connection that was lost silently breaks by itself only after minutes. */
const STALLED_MS = 60_000

export type Put = (
  url: string,
  ticket: Ticket,
  content: ArrayBuffer,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<void>

/** Puts bytes to an address of the ticket. XMLHttpRequest, because `fetch` tells nothing of its progress. */
export const putBytes: Put = (url, ticket, content, onSent, signal) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    let timer = window.setTimeout(abort, STALLED_MS)
    if (signal.aborted) return reject(new Away())
    signal.addEventListener('abort', abort)
    request.upload.onprogress = ({ loaded }) => {
      window.clearTimeout(timer)
      timer = window.setTimeout(abort, STALLED_MS)
      onSent(loaded)
    }
    request.onloadend = () => {
      window.clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      const failure = failureOf(request.status)
      if (failure) reject(failure)
      else resolve()
    }
    request.open(ticket.method, url)
    for (const { name, value } of ticket.headers) request.setRequestHeader(name, value)
    request.send(content)
  })

/** Null where the bytes are there. A status of 0 is a connection that broke. */
export function failureOf(status: number): Error | null {
  if (status >= 200 && status < 300) return null
  if (LATER.includes(status) || status >= 500) return new Away(`${status}`)
  return GONE.includes(status) ? new TicketGone(`${status}`) : new Error(`${status}`)
}
