import { useCallback, useEffect, useRef, useState } from 'react'

type Active = {
  /** -1 for none; none once another list is looked at. */
  active: number
  setActive: (place: number) => void
  /** The first one, also of the list that is still to come for what was typed. */
  goToFirst: () => void
}

/** The row that the keyboard is at. */
export function useActiveRow(list: unknown): Active {
  const [active, setActive] = useState(-1)
  const isFirstWanted = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list
  useEffect(() => setActive(isFirstWanted.current ? 0 : -1), [list])
  const go = useCallback((place: number, isFirst = false) => {
    isFirstWanted.current = isFirst
    setActive(place)
  }, [])
  const goToFirst = useCallback(() => go(0, true), [go])
  return { active, setActive: go, goToFirst }
}
