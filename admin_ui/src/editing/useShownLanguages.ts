import { useCallback, useState } from 'react'
import { type QueryChanges, useAddressQuery, withChanges } from '../ui/useAddressQuery'

type Shown = {
  locale: string
  beside: string | null
  showLocale: (locale: string) => void
  showBeside: (locale: string | null) => void
}

/**
 * The language that is edited and the one beside it; they stand in the address, so that it can be sent to somebody.
 * Without one an item opens where something is written. `begun`: in these languages.
 */
export function useShownLanguages(languages: string[], begun: string[]): Shown {
  const [params, change] = useAddressQuery()
  const wanted = params.get('language')
  const [first] = useState(() => languages.find((one) => begun.includes(one)) ?? languages[0] ?? 'en')
  const locale = wanted && languages.includes(wanted) ? wanted : first
  const other = params.get('beside')
  const beside = other && other !== locale && languages.includes(other) ? other : null

  const put = useCallback(
    (changes: QueryChanges) => change(withChanges(changes), { replace: true, preventScrollReset: true }),
    [change],
  )
  const showLocale = useCallback(
    (next: string) => put({ language: next, ...(next === beside && { beside: locale }) }),
    [put, beside, locale],
  )
  const showBeside = useCallback((next: string | null) => put({ beside: next }), [put])
  return { locale, beside, showLocale, showBeside }
}
