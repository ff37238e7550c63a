import { createContext, useContext, useSyncExternalStore } from 'react'

export type Side = 'before' | 'after' | 'inside'

/** The row at which what is dragged would be put; only that one is drawn anew when it changes. */
export class DropMark {
  row: string | null = null
  side: Side | null = null
  private readonly listeners = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  show(row: string | null, side: Side | null): void {
    if (row === this.row && side === this.side) return
    this.row = row
    this.side = side
    for (const listener of this.listeners) listener()
  }
}

const DropMarkContext = createContext<DropMark>(new DropMark())
export const DropMarkProvider = DropMarkContext

export function useSideAt(row: string): Side | undefined {
  const mark = useContext(DropMarkContext)
  return useSyncExternalStore(mark.subscribe, () => (mark.row === row ? (mark.side ?? undefined) : undefined))
}
