import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { ReferredDocument } from './gql/graphql'

/** What the item is called, in words where it is gone or has no title; "…" until it is known. */
export function useReferredTitle(id: string | undefined): string {
  const { t } = useTranslation('history')
  const [{ data, error }] = useQuery({ query: ReferredDocument, variables: { id: id ?? '' }, pause: !id })
  if (error) return t('goneItem')
  return data ? data.item?.title || t('untitled') : '…'
}
