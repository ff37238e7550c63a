import { useCallback, useState } from 'react'
import { Refused } from './api'

/** Why an attempt came to nothing: refused, or the server did not answer. */
export type Trouble = Refused | 'away'

/** Runs one request at a time and remembers why the last one came to nothing. */
export function useAttempt() {
  const [trouble, setTrouble] = useState<Trouble>()
  const [isBusy, setBusy] = useState(false)
  const attempt = useCallback(async (work: () => Promise<void>) => {
    setBusy(true)
    setTrouble(undefined)
    try {
      await work()
    } catch (error) {
      setTrouble(error instanceof Refused ? error : 'away')
    } finally {
      setBusy(false)
    }
  }, [])
  return { attempt, trouble, isBusy, setTrouble }
}
