import { useCallback, useMemo } from 'react'
import { useAddressQuery } from '../ui/useAddressQuery'
import { type ListView, readView, writeView } from './listView'

/** What is not named stays, of the type's own filters too. */
export type ViewChange = Partial<ListView>

/** The view that the address tells; what is typed replaces an address, what is chosen makes a new one to go back from. */
export function useListView(type: string): { view: ListView; change: (part: ViewChange) => void; address: string } {
  const [address, changeAddress] = useAddressQuery()
  const view = useMemo(() => readView(type, address), [type, address])
  const change = useCallback(
    (part: ViewChange) => {
      const isTyping = Object.keys(part).every((name) => name === 'search')
      changeAddress((before) => writeView(type, changed(readView(type, before), part)), { replace: isTyping })
    },
    [type, changeAddress],
  )
  return { view, change, address: writeView(type, view).toString() }
}

function changed(view: ListView, part: ViewChange): ListView {
  return { ...view, ...part, own: { ...view.own, ...part.own } }
}
