import { useRef } from 'react'

/** The value, or the last one there was, for what is still seen while it goes. */
export function useLast<Value>(value: Value | null): Value | null {
  const last = useRef(value)
  if (value !== null) last.current = value
  return last.current
}
