import { type Json, type JsonObject, newElementId } from './json'
import { changedFields, rebase } from './merge'
import { type Path, valueAt, withValueAt } from './paths'

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

  set(path: Path, value: Json): void {
    this.change({ ...this.present, data: withValueAt(this.present.data, path, value) as JsonObject })
  }

  setSlug(locale: string, slug: string): void {
    this.change({ ...this.present, slugs: { ...this.present.slugs, [locale]: slug } })
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
  changes(): Changes | null {
    const changes = changedFields(this.stored.data, this.present.data)
    const slugs = Object.fromEntries(
      Object.entries(this.present.slugs).filter(([locale, slug]) => slug !== (this.stored.slugs[locale] ?? '')),
    )
    if (Object.keys(changes).length === 0 && Object.keys(slugs).length === 0) return null
    return { baseVersion: this.version, changes, slugs, sent: this.present }
  }

  /** The server took `sent`; what was typed since stays, what others wrote meanwhile comes in. */
  saved(sent: Content, answer: Saved): void {
    const isUntouched = this.present === sent
    this.stored = rebased(sent, answer, sent)
    this.present = isUntouched ? this.stored : rebased(sent, answer, this.present)
    this.version = answer.version
    this.tell()
  }

  /** Goes on from a later version: what was changed here stays, and is still to be saved; all else is as it is there. */
  rebaseOn(answer: Saved): void {
    const isUntouched = !this.isChanged
    const base = this.stored
    this.stored = rebased(base, answer, base)
    this.present = isUntouched ? this.stored : rebased(base, answer, this.present)
    this.version = answer.version
    this.tell()
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
    this.tell()
  }

  private change(present: Content): void {
    this.present = present
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
