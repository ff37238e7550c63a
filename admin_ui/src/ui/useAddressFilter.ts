import { useCallback, useMemo } from 'react'
import { useAddressQuery, withChanges } from './useAddressQuery'

/** What a list is narrowed by, kept in the address: a link or a step back shows the same list. */
export function useAddressFilter<Name extends string>(names: readonly Name[]) {
  const [query, change] = useAddressQuery()
  const filter = useMemo(
    () =>
      Object.fromEntries(names.map((name) => [name, query.get(name) || undefined])) as Partial<Record<Name, string>>,
    [query, names],
  )
  /** `others`: what changes with it. */
  const choose = useCallback(
    (name: Name, value: string | null, others?: Partial<Record<Name, string | null>>) =>
      change(withChanges({ ...others, [name]: value }), { replace: true }),
    [change],
  )
  const clear = useCallback(() => change(() => new URLSearchParams(), { replace: true }), [change])
  return { filter, choose, clear, isNarrowed: Object.values(filter).some(Boolean) }
}
