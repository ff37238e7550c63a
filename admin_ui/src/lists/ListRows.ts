export type Page<Row> = { rows: Row[]; cursor: string | null; hasMore: boolean; total?: number; isExact?: boolean }
export type Seen<Row> = {
  rows: readonly Row[]
  hasMore: boolean
  isLoading: boolean
  error?: Error
  total?: number
  isExact?: boolean
  /** Whether anything was answered yet. */
  isThere: boolean
}

type Read<Row> = (after: string | null) => Promise<Page<Row>>

/**
 * One list as far as it was scrolled: pages are added at the end, single rows change in place, and a list that is
 * looked at again shows what it had until its beginning is read anew.
 */
export class ListRows<Row extends { id: string }> {
  private seen: Seen<Row> = { rows: [], hasMore: true, isLoading: false, isThere: false }
  private cursor: string | null = null
  private turn = 0
  private known = new Set<string>()
  private readonly listeners = new Set<() => void>()
  scrolledTo = 0

  constructor(private readonly read: Read<Row>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly look = (): Seen<Row> => this.seen

  /** The next page; nothing while one is under way. */
  async more(): Promise<void> {
    if (this.seen.isLoading || !this.seen.hasMore) return
    await this.load(this.cursor, (page) => ({ rows: [...this.seen.rows, ...this.unknown(page.rows)] }))
  }

  /** The beginning anew; what was read after it stays. */
  async refresh(): Promise<void> {
    if (!this.seen.isThere) return this.more()
    const kept = this.cursor
    await this.load(null, (page) => {
      if (!page.hasMore) return { rows: page.rows }
      const fresh = new Set(page.rows.map((row) => row.id))
      const before = this.seen.rows.filter((row) => !fresh.has(row.id))
      const goesOn = this.seen.rows.length > page.rows.length
      if (goesOn) this.cursor = kept
      return goesOn ? { rows: [...page.rows, ...before], hasMore: this.seen.hasMore } : { rows: page.rows }
    })
  }

  /** Rows that changed; null for those that are not in the list any more. */
  change(changed: ReadonlyMap<string, Row | null>): void {
    const rows = this.seen.rows.flatMap((row) => {
      const now = changed.get(row.id)
      return now === null ? [] : [now ?? row]
    })
    const gone = this.seen.rows.length - rows.length
    this.show({ rows, total: this.seen.total === undefined ? undefined : this.seen.total - gone })
  }

  private async load(after: string | null, added: (page: Page<Row>) => Partial<Seen<Row>>): Promise<void> {
    this.turn += 1
    const turn = this.turn
    this.show({ isLoading: true, error: undefined })
    try {
      const page = await this.read(after)
      if (turn !== this.turn) return
      this.cursor = page.cursor
      const counted = page.total === undefined ? {} : { total: page.total, isExact: page.isExact }
      this.show({ hasMore: page.hasMore, ...counted, ...added(page), isLoading: false, isThere: true })
    } catch (error) {
      if (turn === this.turn) this.show({ isLoading: false, error: error as Error })
    }
  }

  /** A row that moved between two pages is not shown twice. */
  private unknown(rows: Row[]): Row[] {
    return rows.filter((row) => !this.known.has(row.id))
  }

  private show(change: Partial<Seen<Row>>): void {
    if (change.rows) this.note(change.rows)
    this.seen = { ...this.seen, ...change }
    for (const listener of this.listeners) listener()
  }

  /** Which rows there are. With 100,000 of them it counts that a page that is added does not look at all. */
  private note(rows: readonly Row[]): void {
    const before = this.seen.rows
    const isAdded = rows.length >= before.length && before.every((row, place) => row === rows[place])
    if (isAdded) for (const row of rows.slice(before.length)) this.known.add(row.id)
    else this.known = new Set(rows.map((row) => row.id))
  }
}
