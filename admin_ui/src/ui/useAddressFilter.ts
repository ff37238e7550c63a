import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'

/** What a list is narrowed by, kept in the address: a link or a step back shows the same list. */
export function useAddressFilter<Name extends string>(names: readonly Name[]) {
  const [wanted, setWanted] = useSearchParams()
  const filter = useMemo(
    () =>
      Object.fromEntries(names.map((name) => [name, wanted.get(name) || undefined])) as Partial<Record<Name, string>>,
    [wanted, names],
  )
  // the address follows a little later: who chooses twice in a row has chosen both
  const latest = useRef(wanted)
  useEffect(() => {
    latest.current = wanted
  }, [wanted])
  const choose = useCallback(
    (name: Name, value: string | null) => {
      const after = new URLSearchParams(latest.current)
      if (value) after.set(name, value)
      else after.delete(name)
      latest.current = after
      setWanted(after, { replace: true })
    },
    [setWanted],
  )
  const clear = useCallback(() => setWanted({}, { replace: true }), [setWanted])
  return { filter, choose, clear, isNarrowed: Object.values(filter).some(Boolean) }
}
