/** What one upload is and where it stands. */

export type Stage =
  | 'waiting'
  | 'reading'
  | 'sending'
  | 'checking'
  | 'away'
  | 'duplicate'
  | 'done'
  | 'refused'
  | 'cancelled'

export type Found = { id: string; title: string }
export type Problem = { field: string; code: string; message: string }
export type Refusal = { code: string; message: string }

/** Whom the bytes are for: a new file of a site, or other bytes for a file that is there. */
export type Purpose = { site: string; tags?: string[] } | { site: string; replaces: string; baseVersion: number }

export type Upload = {
  readonly id: string
  readonly file: File
  readonly purpose: Purpose
  readonly stage: Stage
  /** Share of the bytes that have gone, from 0 to 1. */
  readonly progress: number
  /** The file that was made, or that is there already with the same bytes. */
  readonly item: Found | null
  readonly refusal: Refusal | null
}

/** Some bytes of a file, put by themselves; `isThere`: all of them have arrived. */
export type Part = { number: number; offset: number; byteSize: number; url: string; isThere: boolean }
export type Ticket = { id: string; method: string; headers: { name: string; value: string }[]; parts: Part[] }
export type Answer<T> = { value: T | null; refusal: Refusal | null }
export type Completed = { item: Found | null; isChecking: boolean; isDuplicate: boolean; refusal: Refusal | null }

/** What the queue asks of the CMS. Each throws `Away` where there was no answer. */
export type UploadsApi = {
  there: (sha256: string) => Promise<Found | null>
  /** The person's upload of these bytes to this site that was begun before, here or elsewhere. */
  begun: (sha256: string, site: string) => Promise<Ticket | null>
  /** The ticket as it is now: what has arrived, and addresses that are good. Null where it is of no use any more. */
  again: (ticket: string) => Promise<Ticket | null>
  create: (given: {
    site: string
    filename: string
    byteSize: number
    sha256: string | null
  }) => Promise<Answer<Ticket>>
  complete: (ticket: string, purpose: Purpose, evenIfThere: boolean) => Promise<Completed>
  cancel: (ticket: string) => Promise<void>
}

/** No answer, or one that says to try later. */
export class Away extends Error {}

/** The ticket is of no use any more; another one may be. */
export class TicketGone extends Error {}

/** The file is not what it was when it was chosen, or not there any more. */
export class FileChanged extends Error {}

const RUNNING: readonly Stage[] = ['reading', 'sending', 'checking', 'away']
const ENDED: readonly Stage[] = ['done', 'refused', 'cancelled']

export const isRunning = (upload: Upload) => RUNNING.includes(upload.stage)
export const isEnded = (upload: Upload) => ENDED.includes(upload.stage)
