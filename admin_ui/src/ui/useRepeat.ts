import { useEffect, useRef } from 'react'

/** Does something again every few seconds while something is under way and somebody looks. */
export function useRepeat(again: () => void, isOn: boolean, milliseconds = 2000): void {
  const latest = useRef(again)
  latest.current = again
  useEffect(() => {
    if (!isOn) return
    const timer = setInterval(() => document.visibilityState === 'visible' && latest.current(), milliseconds)
    return () => clearInterval(timer)
  }, [isOn, milliseconds])
}
