import { useEffect } from 'react'
import { useClient } from 'urql'
import { type EditedFragment, EditedItemDocument, PresentVersionDocument } from './gql/graphql'
import type { DraftStore } from './store/DraftStore'
import { savedItem } from './useAutosave'

const EVERY_MS = 10_000

/** What others save comes into the form while nothing of one's own waits there; else the next save brings it. */
export function useFreshItem(id: string, draft: DraftStore, onFresh: (item: EditedFragment) => void): void {
  const client = useClient()
  useEffect(() => {
    let isOver = false
    async function look() {
      if (document.visibilityState === 'hidden' || draft.isChanged) return
      const network = { requestPolicy: 'network-only' } as const
      const { data } = await client.query(PresentVersionDocument, { id }, network).toPromise()
      if (isOver || !data?.item || data.item.version <= draft.version) return
      const found = await client.query(EditedItemDocument, { id }, network).toPromise()
      const item = found.data?.item
      if (isOver || !item || draft.isChanged || item.version <= draft.version) return
      draft.rebaseOn(savedItem(item))
      onFresh(item)
    }
    const timer = window.setInterval(look, EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      isOver = true
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [client, id, draft, onFresh])
}
