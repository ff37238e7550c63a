import { type Json, type JsonObject, newElementId } from './json'
import { areAtOdds, changedFields, rebase } from './merge'
import { type Path, pathKey, valueAt, withValueAt } from './paths'
import { replayed } from './replayed'
import { type Step, UndoHistory } from './UndoHistory'

export type Slugs = Record<string, string>
export type Content = { data: JsonObject; slugs: Slugs }
export type Saved = Content & { version: number }
export type Changes = { baseVersion: number; changes: JsonObject; slugs: Slugs; sent: Content }

type Listener = () => void

/**
 * The item that is being edited: what the server has (`stored`, of `version`) and what stands in the form (`present`).
 * Fields listen to it each by itself, so that a key typed in one of three hundred draws only that one anew.
 */
export class DraftStore {
  private listeners = new Set<Listener>()
  private stored: Content
  private present: Content
  private history = new UndoHistory()
  private isGrouping = false
  /** How often something was taken back or done again. */
  replays = 0
  version: number

  constructor({ version, data, slugs }: Saved) {
    this.version = version
    this.stored = { data, slugs }
    this.present = this.stored
  }

  subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  valueAt(path: Path): Json {
    return valueAt(this.present.data, path)
  }

  get data(): JsonObject {
    return this.present.data
  }

  get slugs(): Slugs {
    return this.present.slugs
  }

  /** Everything that stands in the form. */
  get content(): Content {
    return this.present
  }

  set(path: Path, value: Json): void {
    const next = { ...this.present, data: withValueAt(this.present.data, path, value) as JsonObject }
    this.change(next, pathKey(path), ({ data }) => valueAt(data, path))
  }

  setSlug(locale: string, slug: string): void {
    const next = { ...this.present, slugs: { ...this.present.slugs, [locale]: slug } }
    this.change(next, `slugs/${locale}`, ({ slugs }) => slugs[locale])
  }

  /** Adds an element to the list at `path`, before the one with the id `before` or at the end; answers its id. */
  add(path: Path, element: JsonObject = {}, before?: string): string {
    const id = newElementId()
    const list = (this.valueAt(path) as JsonObject[] | undefined) ?? []
    const place = before === undefined ? list.length : list.findIndex((one) => one.id === before)
    this.set(path, list.toSpliced(place < 0 ? list.length : place, 0, { ...element, id }))
    return id
  }

  remove(path: Path, id: string): void {
    this.set(
      path,
      ((this.valueAt(path) as JsonObject[] | undefined) ?? []).filter((one) => one.id !== id),
    )
  }

  move(path: Path, id: string, to: number): void {
    const list = (this.valueAt(path) as JsonObject[] | undefined) ?? []
    const moved = list.find((one) => one.id === id)
    if (!moved) return
    this.set(path, list.filter((one) => one !== moved).toSpliced(to, 0, moved))
  }

  get isChanged(): boolean {
    return this.present !== this.stored && this.changes() !== null
  }

  /** What is to be saved, null for nothing. */
  changes(content = this.present): Changes | null {
    const changes = changedFields(this.stored.data, content.data)
    const slugs = Object.fromEntries(
      Object.entries(content.slugs).filter(([locale, slug]) => slug !== (this.stored.slugs[locale] ?? '')),
    )
    if (Object.keys(changes).length === 0 && Object.keys(slugs).length === 0) return null
    return { baseVersion: this.version, changes, slugs, sent: content }
  }

  /** What of `content` is to be saved when these fields ("slugs" for the addresses) stay as they are stored. */
  changesWithout({ data, slugs }: Content, fields: Set<string>): Changes | null {
    const names = new Set([...Object.keys(data), ...Object.keys(this.stored.data)])
    const kept = [...names].map((name) => [name, fields.has(name) ? this.stored.data[name] : data[name]] as const)
    return this.changes({
      data: Object.fromEntries(kept.filter(([, value]) => value !== undefined)),
      slugs: fields.has('slugs') ? this.stored.slugs : slugs,
    })
  }

  /**
   * The server took `sent`; what was typed since stays, what others wrote meanwhile comes in. Where both are the same
   * place, the form goes on from the older version, so that the next save is refused and the person asked.
   */
  saved(sent: Content, answer: Saved): void {
    const isFromOthers = answer.version > this.version + 1
    const theirs = { data: answer.data, slugs: answer.slugs }
    if (!isFromOthers || !areAtOdds(sent, theirs, this.present)) this.goOn(sent, answer, this.present === sent)
    this.tell()
  }

  /** Goes on from a later version: what was changed here stays, and is still to be saved; all else is as it is there. */
  rebaseOn(answer: Saved): void {
    this.goOn(this.stored, answer, !this.isChanged)
    this.tell()
  }

  private goOn(base: Content, answer: Saved, isUntouched: boolean): void {
    this.stored = rebased(base, answer, base)
    this.present = isUntouched ? this.stored : rebased(base, answer, this.present)
    this.version = answer.version
  }

  /** The present content with what `change` makes of it. */
  edit(change: (present: Content) => Content): void {
    this.change(change(this.present))
  }

  /** Everything as the server has it: after restoring a version, or to give up one's own changes. */
  replace(answer: Saved): void {
    this.version = answer.version
    this.stored = { data: answer.data, slugs: answer.slugs }
    this.present = this.stored
    this.history.clear()
    this.tell()
  }

  /** Everything that `change` does, to be taken back together, by `undo` with the answer or as the latest step. */
  asOneStep(change: () => void): Step {
    const before = this.present
    this.isGrouping = true
    try {
      change()
    } finally {
      this.isGrouping = false
    }
    const step = { before, after: this.present, place: '', at: performance.now() }
    if (step.after !== before) this.history.note(step)
    return step
  }

  /** Takes back a step, without one the latest; null where there is nothing to take back. */
  undo(step?: Step): Step | null {
    const taken = this.history.takeUndo(step)
    if (taken) this.replay(taken.after, taken.before)
    return taken
  }

  redo(): Step | null {
    const taken = this.history.takeRedo()
    if (taken) this.replay(taken.before, taken.after)
    return taken
  }

  private replay(from: Content, to: Content): void {
    this.present = replayed(from, to, this.present)
    this.replays += 1
    this.tell()
  }

  private change(present: Content, place = '', read?: (content: Content) => Json): void {
    const before = this.present
    this.present = present
    if (!this.isGrouping) this.history.note({ before, after: present, place, at: performance.now() }, read)
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

function rebased(base: Content, theirs: Content, yours: Content): Content {
  return {
    data: rebase(base.data, theirs.data, yours.data) as JsonObject,
    slugs: rebase(base.slugs, theirs.slugs, yours.slugs) as Slugs,
  }
}
