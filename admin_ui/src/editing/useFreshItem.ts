import { useEffect, useRef } from 'react'
import { useClient } from 'urql'
import type { DraftStore } from '../form/store/DraftStore'
import {
  type EditedFragment,
  EditedItemDocument,
  PresentVersionDocument,
  type PresentVersionQuery,
} from './gql/graphql'
import { type Merged, savedItem } from './useAutosave'

const EVERY_MS = 10_000

type OnFresh = (item: EditedFragment, before: Merged & { by: string | null }) => void
type Present = NonNullable<PresentVersionQuery['item']>

/**
 * What others do to the item comes into the form while nothing of one's own waits there, else the next save brings it:
 * what they save, that it went into the bin or came back, that a right was given or taken away.
 */
export function useFreshItem(shown: EditedFragment, draft: DraftStore, onFresh: OnFresh): void {
  const { id } = shown
  const client = useClient()
  const latest = useRef(shown)
  latest.current = shown
  useEffect(() => {
    let isOver = false
    async function look() {
      if (document.visibilityState === 'hidden' || draft.isChanged) return
      const network = { requestPolicy: 'network-only' } as const
      const { data } = await client.query(PresentVersionDocument, { id }, network).toPromise()
      if (isOver || !data?.item || isKnown(data.item, latest.current, draft)) return
      const found = await client.query(EditedItemDocument, { id }, network).toPromise()
      const item = found.data?.item
      if (isOver || !item || draft.isChanged || item.version < draft.version) return
      const before = { content: draft.content, version: draft.version, by: data.item.modifiedBy?.name ?? null }
      draft.rebaseOn(savedItem(item))
      onFresh(item, before)
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

function isKnown(found: Present, { deletedAt, rights }: EditedFragment, draft: DraftStore): boolean {
  const areSameRights = found.rights.length === rights.length && found.rights.every((one) => rights.includes(one))
  return found.version <= draft.version && found.deletedAt === deletedAt && areSameRights
}
