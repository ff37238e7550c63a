import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { namedData } from '../../content-types/newItems'
import { useForm } from '../FormContext'
import { CreateItemDocument } from '../gql/graphql'
import type { Card } from './CardStore'
import { cards } from './useCards'

/** Makes an item that needs no more than a name; null where that was refused, and `refusal` says why. */
export function useQuickCreate(): {
  create: (type: string, name: string) => Promise<Card | null>
  refusal: string | null
  isBusy: boolean
} {
  const { t } = useTranslation('ui')
  const client = useClient()
  const { site, locale } = useForm()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const create = useCallback(
    async (type: string, name: string): Promise<Card | null> => {
      const data = namedData(type, name.trim(), locale)
      if (!data) return null
      setBusy(true)
      setRefusal(null)
      const answer = await client.mutation(CreateItemDocument, { input: { type, site, data } }).toPromise()
      setBusy(false)
      const made = answer.data?.createItem
      if (!made?.item) {
        setRefusal(made?.problems[0]?.message ?? made?.refusal?.message ?? t('awayHint'))
        return null
      }
      const card: Card = {
        id: made.item.id,
        type,
        title: name.trim(),
        site,
        pictureUrl: null,
        values: {},
        lastAppearance: null,
      }
      cards.put(card)
      return card
    },
    [client, site, locale, t],
  )
  return { create, refusal, isBusy }
}
