import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type ListView, readView, writeView } from './listView'

type Change = Partial<ListView>

/** The view that the address tells; what is typed replaces an address, what is chosen makes a new one to go back from. */
export function useListView(type: string): { view: ListView; change: (part: Change) => void; address: string } {
  const [address, setAddress] = useSearchParams()
  const view = useMemo(() => readView(type, address), [type, address])
  const change = useCallback(
    (part: Change) => {
      const isTyping = Object.keys(part).every((name) => name === 'search')
      setAddress((before) => writeView(type, { ...readView(type, before), ...part }), { replace: isTyping })
    },
    [type, setAddress],
  )
  return { view, change, address: writeView(type, view).toString() }
}
