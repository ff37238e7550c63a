import { Away, type Ticket, TicketGone } from './upload'

const GONE = [401, 403, 404, 409, 410]
const LATER = [0, 408, 429]

/** Puts the bytes where the ticket says. XMLHttpRequest, because `fetch` tells nothing of its progress. */
export function sendBytes(
  ticket: Ticket,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    signal.addEventListener('abort', abort)
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total)
    request.onloadend = () => {
      signal.removeEventListener('abort', abort)
      const failure = failureOf(request.status)
      if (failure) reject(failure)
      else resolve()
    }
    request.open(ticket.method, ticket.url)
    for (const { name, value } of ticket.headers) request.setRequestHeader(name, value)
    request.send(file)
  })
}

/** Null where the bytes are there. A status of 0 is a connection that broke. */
export function failureOf(status: number): Error | null {
  if (status >= 200 && status < 300) return null
  if (LATER.includes(status) || status >= 500) return new Away(`${status}`)
  return GONE.includes(status) ? new TicketGone(`${status}`) : new Error(`${status}`)
}
