import { useEffect, useState } from 'react'

const QUIET = 1000
let lastKey = 0
addEventListener('keydown', () => (lastKey = Date.now()), { capture: true })

/**
 * Whether `isWanted`, once nobody has typed for a second: a dialog that takes the focus in the middle of a word would
 * swallow the rest of it.
 */
export function useQuietKeyboard(isWanted: boolean): boolean {
  const [isQuiet, setQuiet] = useState(false)
  useEffect(() => {
    if (!isWanted) return setQuiet(false)
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      const left = lastKey + QUIET - Date.now()
      if (left <= 0) setQuiet(true)
      else timer = setTimeout(look, left)
    }
    look()
    return () => clearTimeout(timer)
  }, [isWanted])
  return isWanted && isQuiet
}
