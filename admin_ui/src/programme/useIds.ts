import { useRef, useSyncExternalStore } from 'react'
import { isObject } from '../form/store/json'
import type { Path } from '../form/store/paths'
import { useDraft } from '../form/store/useDraft'

const NONE: readonly string[] = []

/** The ids of the parts in a list: drawn anew when some come, go or move, not when something changes in one. */
export function useIds(path: Path): readonly string[] {
  const draft = useDraft()
  const kept = useRef(NONE)
  return useSyncExternalStore(draft.subscribe, () => {
    const value = draft.valueAt(path)
    const ids = Array.isArray(value) ? value.filter(isObject).map((one) => String(one.id)) : NONE
    if (ids.length !== kept.current.length || ids.some((id, place) => id !== kept.current[place])) kept.current = ids
    return kept.current
  })
}
