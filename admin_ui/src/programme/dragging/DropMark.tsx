import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Side } from './target'

/** The zone at which what is dragged would be put; only that one is drawn anew when it changes. */
export class DropMark {
  private zone: string | null = null
  private side: Side | null = null
  private readonly listeners = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  show(zone: string | null, side: Side | null): void {
    if (zone === this.zone && side === this.side) return
    this.zone = zone
    this.side = side
    for (const listener of this.listeners) listener()
  }

  sideAt(zone: string): Side | undefined {
    return zone === this.zone ? (this.side ?? undefined) : undefined
  }
}

const DropMarkContext = createContext<DropMark>(new DropMark())
export const DropMarkProvider = DropMarkContext

export function useSideAt(zone: string): Side | undefined {
  const mark = useContext(DropMarkContext)
  return useSyncExternalStore(mark.subscribe, () => mark.sideAt(zone))
}
