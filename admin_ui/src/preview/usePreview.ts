import { useCallback, useEffect, useState } from 'react'
import { useClient } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { CreatePreviewDocument, type CreatePreviewMutation } from './gql/graphql'

export type Preview = NonNullable<CreatePreviewMutation['createPreview']['preview']>
type Wanted = { item: string; site: string; locale: string; asOf: string | null }

/** Leave to see the draft of an item on a site, asked for again whenever something else is wanted. */
export function usePreview({ item, site, locale, asOf }: Wanted) {
  const client = useClient()
  const [preview, setPreview] = useState<Preview | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const ask = useCallback(async () => {
    const input = { item, site, locale, asOf, hours: 8 }
    const { data, error } = await client.mutation(CreatePreviewDocument, { input }).toPromise()
    const given = data?.createPreview
    setPreview(given?.preview ?? null)
    const said = given?.problems.map((one) => one.message).join(' ')
    setRefusal(given?.preview ? null : said || given?.refusal?.message || noAnswer(error))
  }, [client, item, site, locale, asOf])
  useEffect(() => void ask(), [ask])
  return { preview, refusal }
}
