import { useEffect, useRef, useSyncExternalStore } from 'react'
import { client } from '../../api/client'
import { currentLanguage } from '../../i18n'
import { CardsDocument } from '../gql/graphql'
import { type Card, CardStore } from './CardStore'

/** The one store of this window. */
export const cards = new CardStore(async (ids) => {
  const variables = { ids, locale: currentLanguage() }
  const { data, error } = await client.query(CardsDocument, variables, { requestPolicy: 'network-only' }).toPromise()
  if (!data) throw error ?? new Error('There was no answer.')
  return data.itemsById.map((one) => one ?? null)
})

/** What these items are recognised by, in their order: undefined while not known, null where it is gone. */
export function useCards(ids: readonly string[]): readonly (Card | null | undefined)[] {
  const kept = useRef<readonly (Card | null | undefined)[]>([])
  const key = ids.join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids are told apart by their key
  useEffect(() => cards.want(ids), [key])
  return useSyncExternalStore(cards.subscribe, () => {
    const found = ids.map((id) => cards.get(id))
    const isSame = found.length === kept.current.length && found.every((one, place) => one === kept.current[place])
    if (!isSame) kept.current = found
    return kept.current
  })
}
