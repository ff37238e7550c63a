import { useCallback, useEffect, useRef } from 'react'
import { type NavigateOptions, useSearchParams } from 'react-router'

type Edit = (query: URLSearchParams) => URLSearchParams
/** {name: value}; nothing and "" take the name out of the address. */
export type QueryChanges = Record<string, string | null | undefined>

/**
 * The address's query and the one way to change it. The address is drawn a little after it was changed, and what
 * react-router hands to a change is the one that was drawn: here each change begins with the one before it, so that who
 * chooses twice in a row has chosen both.
 */
export function useAddressQuery(): [URLSearchParams, (edit: Edit, options?: NavigateOptions) => void] {
  const [drawn, setQuery] = useSearchParams()
  const latest = useRef(drawn)
  /** What was sent from here and is not drawn yet, oldest first. */
  const sent = useRef<string[]>([])
  useEffect(() => {
    const place = sent.current.indexOf(drawn.toString())
    sent.current = sent.current.slice(place + 1)
    if (place >= 0 && sent.current.length) return
    latest.current = drawn
    sent.current = []
  }, [drawn])
  const change = useCallback(
    (edit: Edit, options?: NavigateOptions) => {
      const after = edit(new URLSearchParams(latest.current))
      latest.current = after
      sent.current.push(after.toString())
      setQuery(after, options)
    },
    [setQuery],
  )
  return [drawn, change]
}

/** A change of single names: all others stay. */
export function withChanges(changes: QueryChanges): Edit {
  return (query) => {
    for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name)
    return query
  }
}
