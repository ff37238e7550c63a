import { useCallback, useEffect, useState } from 'react'
import { type CombinedError, useClient } from 'urql'
import { type EditedFragment, EditedItemDocument } from './gql/graphql'

type Loaded = { item?: EditedFragment; error?: CombinedError; isMissing: boolean }

/** The item as it is when the form is opened; the form itself keeps up with it from then on. */
export function useLoadedItem(id: string): Loaded & { again: () => void } {
  const client = useClient()
  const [loaded, setLoaded] = useState<Loaded>({ isMissing: false })
  const load = useCallback(async () => {
    const { data, error } = await client
      .query(EditedItemDocument, { id }, { requestPolicy: 'network-only' })
      .toPromise()
    const isMissing = error?.graphQLErrors.some((one) => one.extensions.code === 'NOT_FOUND') ?? false
    setLoaded({ item: data?.item ?? undefined, error: isMissing ? undefined : error, isMissing })
  }, [client, id])
  useEffect(() => void load(), [load])
  return { ...loaded, again: () => void load() }
}
