import { useCallback, useEffect, useState } from 'react'

export type Selection = {
  ids: ReadonlySet<string>
  toggle: (id: string) => void
  set: (ids: Iterable<string>) => void
}

const NOTHING: ReadonlySet<string> = new Set()

/** Which rows are chosen; nothing once another list is looked at. */
export function useSelection(list: unknown): Selection {
  const [ids, setIds] = useState(NOTHING)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list
  useEffect(() => setIds(NOTHING), [list])
  const toggle = useCallback((id: string) => {
    setIds((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }, [])
  const set = useCallback((given: Iterable<string>) => setIds(new Set(given)), [])
  return { ids, toggle, set }
}
