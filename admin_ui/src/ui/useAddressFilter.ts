import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** What a list is narrowed by, kept in the address: a link or a step back shows the same list. */
export function useAddressFilter<Name extends string>(names: readonly Name[]) {
  const [wanted, setWanted] = useSearchParams()
  const filter = useMemo(
    () =>
      Object.fromEntries(names.map((name) => [name, wanted.get(name) || undefined])) as Partial<Record<Name, string>>,
    [wanted, names],
  )
  const choose = useCallback(
    (name: Name, value: string | null) =>
      setWanted(
        (before) => {
          const after = new URLSearchParams(before)
          if (value) after.set(name, value)
          else after.delete(name)
          return after
        },
        { replace: true },
      ),
    [setWanted],
  )
  const clear = useCallback(() => setWanted({}, { replace: true }), [setWanted])
  return { filter, choose, clear, isNarrowed: Object.values(filter).some(Boolean) }
}
