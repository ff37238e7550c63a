import { pause } from './pause'
import { arrivedShare, type Send } from './sendFile'
import {
  Away,
  type Completed,
  FileChanged,
  isEnded,
  isRunning,
  type Purpose,
  type Refusal,
  type Stage,
  type Ticket,
  TicketGone,
  type Upload,
  type UploadsApi,
} from './upload'

const AT_ONCE = 3
const MOST_TICKETS = 4
const LONGEST_PAUSE_MS = 30_000

export type QueueParts = {
  api: UploadsApi
  send: Send
  hash: (file: File) => Promise<string | null>
  /** Resolves after so many milliseconds, or as soon as the network is back. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** `isStale`: after a break the server has to be asked what is there of it. */
type Work = {
  abort: AbortController
  sha256: string | null
  ticket: Ticket | null
  isStale: boolean
  isSent: boolean
  keepBoth: boolean
}
type Listener = () => void

/**
 * Uploads of this window, whichever dialog began them: three at once. After a break they go on by themselves where they
 * were. It outlives every screen, so that nothing is lost when one is closed meanwhile.
 */
export class UploadQueue {
  private uploads: readonly Upload[] = []
  private works = new Map<string, Work>()
  private ends = new Map<string, ((upload: Upload) => void)[]>()
  private listeners = new Set<Listener>()
  private last = 0

  constructor(private readonly parts: QueueParts) {}

  subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The same array until something changes. */
  all = (): readonly Upload[] => this.uploads

  add(files: readonly File[], purpose: Purpose): string[] {
    const added = files.map((file) => this.begun(file, purpose))
    this.uploads = [...this.uploads, ...added]
    this.tell()
    this.go()
    return added.map((one) => one.id)
  }

  /** Called once when the upload is done, or when the person chose the file that was there; also after its dialog. */
  whenDone(id: string, listener: (upload: Upload) => void): void {
    this.ends.set(id, [...(this.ends.get(id) ?? []), listener])
  }

  cancel(id: string): void {
    const work = this.works.get(id)
    work?.abort.abort()
    if (work?.ticket) this.parts.api.cancel(work.ticket.id).catch(() => undefined)
    this.settle(id, { stage: 'cancelled' })
  }

  retry(id: string): void {
    this.works.set(id, newWork())
    this.change(id, { stage: 'waiting', progress: 0, refusal: null })
    this.go()
  }

  /** A file with the same bytes is there: take that one. */
  takeThere(id: string): void {
    const ticket = this.works.get(id)?.ticket
    if (ticket) this.parts.api.cancel(ticket.id).catch(() => undefined)
    this.settle(id, { stage: 'done' })
  }

  /** A file with the same bytes is there: make another one nevertheless. */
  keepBoth(id: string): void {
    const work = this.works.get(id)
    if (!work) return
    work.keepBoth = true
    this.change(id, { stage: 'waiting', item: null })
    this.go()
  }

  /** Takes those from the list that are over. */
  clear(): void {
    this.uploads = this.uploads.filter((one) => !isEnded(one))
    this.tell()
  }

  /** Whether an upload of this window is at it. */
  holds(ticket: string): boolean {
    return this.uploads.some((one) => !isEnded(one) && this.works.get(one.id)?.ticket?.id === ticket)
  }

  get hasUnfinished(): boolean {
    return this.uploads.some((one) => !isEnded(one))
  }

  private begun(file: File, purpose: Purpose): Upload {
    this.last += 1
    const id = `upload-${this.last}`
    this.works.set(id, newWork())
    return { id, file, purpose, stage: 'waiting', progress: 0, item: null, refusal: null }
  }

  private go(): void {
    const free = AT_ONCE - this.uploads.filter(isRunning).length
    const next = this.uploads.filter((one) => one.stage === 'waiting').slice(0, Math.max(free, 0))
    for (const one of next) {
      this.change(one.id, { stage: 'reading' })
      void this.run(one.id)
    }
  }

  private async run(id: string): Promise<void> {
    const work = this.works.get(id)
    if (!work) return
    for (let attempt = 0, tickets = 0; ; attempt += 1) {
      try {
        return await this.attempt(id, work)
      } catch (error) {
        if (work.abort.signal.aborted) return
        work.isStale = true
        if (error instanceof Away) await this.rest(id, attempt, work.abort.signal)
        else if (!(error instanceof TicketGone) || ++tickets >= MOST_TICKETS) return this.refuse(id, refusalOf(error))
        if (work.abort.signal.aborted) return
      }
    }
  }

  /** As far as it was not done before. Throws `Away`, `TicketGone`. */
  private async attempt(id: string, work: Work): Promise<void> {
    const { file, purpose } = this.get(id)
    this.change(id, { stage: work.isStale ? 'away' : 'reading' })
    work.sha256 ??= await this.parts.hash(file)
    if (work.isStale && work.ticket && !work.isSent) work.ticket = await this.parts.api.again(work.ticket.id)
    if (await this.isThere(id, work)) return
    if (!work.ticket && !(await this.ask(id, work))) return
    if (work.abort.signal.aborted || !work.ticket) return
    await this.transfer(id, work, work.ticket)
    this.change(id, { stage: 'checking', progress: 1 })
    this.take(id, await this.checked(work, work.ticket, purpose))
  }

  /** Whether the bytes need not be sent, because a file has them. */
  private async isThere(id: string, work: Work): Promise<boolean> {
    if ('replaces' in this.get(id).purpose || work.keepBoth || work.ticket || !work.sha256) return false
    const item = await this.parts.api.there(work.sha256)
    if (item && !work.abort.signal.aborted) this.settle(id, { stage: 'duplicate', item })
    return item !== null
  }

  private async ask(id: string, work: Work): Promise<boolean> {
    const { file, purpose } = this.get(id)
    const { site } = purpose
    work.ticket = work.sha256 ? await this.parts.api.begun(work.sha256, site) : null
    if (work.ticket) return true
    const asked = { site, filename: file.name, byteSize: file.size, sha256: work.sha256 }
    const { value, refusal } = await this.parts.api.create(asked)
    work.ticket = value
    if (!value) this.refuse(id, refusal ?? { code: 'FAILED', message: '' })
    else if (work.abort.signal.aborted) this.parts.api.cancel(value.id).catch(() => undefined)
    return value !== null
  }

  private async transfer(id: string, work: Work, ticket: Ticket): Promise<void> {
    if (work.isSent) return
    this.change(id, { stage: 'sending', progress: arrivedShare(ticket, this.get(id).file) })
    const onProgress = (progress: number) => this.change(id, { progress })
    await this.parts.send(ticket, this.get(id).file, onProgress, work.abort.signal)
    work.isSent = true
  }

  private async checked(work: Work, ticket: Ticket, purpose: Purpose): Promise<Completed> {
    for (;;) {
      const answer = await this.parts.api.complete(ticket.id, purpose, work.keepBoth)
      if (!answer.isChecking) return answer
      await pause(1000, work.abort.signal)
    }
  }

  private take(id: string, { item, isDuplicate, refusal }: Completed): void {
    if (this.works.get(id)?.abort.signal.aborted) return
    if (item) this.settle(id, { stage: isDuplicate ? 'duplicate' : 'done', item })
    else this.refuse(id, refusal ?? { code: 'FAILED', message: '' })
  }

  private async rest(id: string, attempt: number, signal: AbortSignal): Promise<void> {
    this.change(id, { stage: 'away' })
    const wait = this.parts.wait ?? pause
    await wait(Math.min(1000 * 2 ** attempt, LONGEST_PAUSE_MS), signal)
  }

  private refuse(id: string, refusal: Refusal): void {
    this.settle(id, { stage: 'refused', refusal })
  }

  private settle(id: string, change: { stage: Stage; item?: Upload['item']; refusal?: Refusal }): void {
    this.change(id, change)
    if (change.stage === 'done') {
      for (const listener of this.ends.get(id) ?? []) listener(this.get(id))
      this.ends.delete(id)
    }
    this.go()
  }

  private get(id: string): Upload {
    const found = this.uploads.find((one) => one.id === id)
    if (!found) throw new Error(`There is no upload ${id}.`)
    return found
  }

  private change(id: string, change: Partial<Upload>): void {
    this.uploads = this.uploads.map((one) => (one.id === id && one.stage !== 'cancelled' ? { ...one, ...change } : one))
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

function newWork(): Work {
  return { abort: new AbortController(), sha256: null, ticket: null, isStale: false, isSent: false, keepBoth: false }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof FileChanged) return { code: 'FILE_CHANGED', message: '' }
  return { code: 'FAILED', message: error instanceof Error ? error.message : '' }
}
