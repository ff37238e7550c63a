import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react'
import type { DraftStore } from './DraftStore'
import type { Json } from './json'
import type { Path } from './paths'

const DraftContext = createContext<DraftStore | null>(null)

export function DraftProvider({ draft, children }: { draft: DraftStore; children: ReactNode }) {
  return <DraftContext value={draft}>{children}</DraftContext>
}

export function useDraft(): DraftStore {
  const draft = useContext(DraftContext)
  if (!draft) throw new Error('Fields stand inside a DraftProvider.')
  return draft
}

/** The value at a place and how to change it; draws anew only when that value changes. */
export function useValue<T extends Json>(path: Path): [T | undefined, (value: T | null) => void] {
  const draft = useDraft()
  const value = useSyncExternalStore(draft.subscribe, () => draft.valueAt(path) as T | undefined)
  const key = path.join('.')
  // biome-ignore lint/correctness/useExhaustiveDependencies: a path is told from another by its key
  const set = useCallback((next: T | null) => draft.set(path, next), [draft, key])
  return [value, set]
}
