import { useCallback, useState } from 'react'
import { useDraft, useValue } from '../../form/store/useDraft'
import type { Step } from './form'

export const PATH = ['steps']
const NONE: Step[] = []

/** The steps of the form that is edited, and how to change them as a whole. */
export function useSteps() {
  const draft = useDraft()
  const [value] = useValue<Step[]>(PATH)
  const steps = value ?? NONE
  /** What was done last, for those who cannot see it. */
  const [news, setNews] = useState('')
  const change = useCallback(
    (make: (steps: Step[]) => Step[], told = '') => {
      draft.set(PATH, make((draft.valueAt(PATH) as Step[] | undefined) ?? NONE))
      setNews(told)
    },
    [draft],
  )
  return { steps, change, news }
}
