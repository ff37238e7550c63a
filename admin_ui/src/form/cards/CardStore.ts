import type { CardFragment } from '../gql/graphql'

/** What an item is recognised by; null where it is gone or may not be read. */
export type Card = CardFragment
type Fetch = (ids: string[]) => Promise<(Card | null)[]>

const MOST = 100
const FRESH_MS = 30_000

/** Items by which others are named, asked for together: a programme with forty people costs one request, not forty. */
export class CardStore {
  private readonly known = new Map<string, Card | null>()
  private readonly asked = new Map<string, number>()
  private readonly listeners = new Set<() => void>()
  private waiting = new Set<string>()

  constructor(private readonly fetch: Fetch) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** undefined while it is not known yet. */
  get(id: string): Card | null | undefined {
    return this.known.get(id)
  }

  put(card: Card): void {
    this.known.set(card.id, card)
    this.asked.set(card.id, Date.now())
    this.tell()
  }

  /** Asks for those that are not known or were asked for a while ago. */
  want(ids: readonly string[]): void {
    const now = Date.now()
    const old = ids.filter((id) => (this.asked.get(id) ?? 0) < now - FRESH_MS)
    if (old.length === 0) return
    if (this.waiting.size === 0) setTimeout(() => void this.ask())
    for (const id of old) {
      this.asked.set(id, now)
      this.waiting.add(id)
    }
  }

  private async ask(): Promise<void> {
    const ids = [...this.waiting]
    this.waiting = new Set()
    for (let at = 0; at < ids.length; at += MOST) await this.askFor(ids.slice(at, at + MOST))
  }

  private async askFor(ids: string[]): Promise<void> {
    try {
      const found = await this.fetch(ids)
      ids.forEach((id, place) => {
        this.known.set(id, found[place] ?? null)
      })
    } catch {
      for (const id of ids) this.asked.delete(id)
    }
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}
