import { useLayoutEffect } from 'react'
import { NavigationType, useNavigationType } from 'react-router'
import type { ListRows } from './ListRows'

/** On the way back a list is where it was left; a list that is opened begins at its top. */
export function useScrollKept(list: ListRows<{ id: string }>): void {
  const isBack = useNavigationType() === NavigationType.Pop
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list appears
  useLayoutEffect(() => {
    if (isBack && list.scrolledTo) scrollTo({ top: list.scrolledTo })
    const note = () => {
      list.scrolledTo = scrollY
    }
    addEventListener('scrollend', note)
    return () => removeEventListener('scrollend', note)
  }, [list])
}
