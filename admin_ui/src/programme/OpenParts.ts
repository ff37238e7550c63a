import { useSyncExternalStore } from 'react'

/** Which days, sessions and talks are open to be worked on; each row listens to its own. */
export class OpenParts {
  private readonly ids = new Set<string>()
  private readonly listeners = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  has(id: string): boolean {
    return this.ids.has(id)
  }

  set(ids: readonly string[], isOpen: boolean): void {
    for (const id of ids) isOpen ? this.ids.add(id) : this.ids.delete(id)
    for (const listener of this.listeners) listener()
  }
}

export function useIsOpen(parts: OpenParts, id: string): boolean {
  return useSyncExternalStore(parts.subscribe, () => parts.has(id))
}
