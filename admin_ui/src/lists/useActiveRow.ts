import { useEffect, useState } from 'react'

/** The row that the keyboard is at, -1 for none; none once another list is looked at. */
export function useActiveRow(list: unknown): [number, (place: number) => void] {
  const [active, setActive] = useState(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list
  useEffect(() => setActive(-1), [list])
  return [active, setActive]
}
