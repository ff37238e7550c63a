import { useCallback } from 'react'
import { useClient } from 'urql'
import { useEdited } from './EditedContext'
import { EditedItemDocument } from './gql/graphql'

/** Takes the item as the server has it by now into the form. */
export function useRefresh(): () => Promise<void> {
  const client = useClient()
  const { item, adopt } = useEdited()
  return useCallback(async () => {
    const wanted = client.query(EditedItemDocument, { id: item.id }, { requestPolicy: 'network-only' })
    const { data } = await wanted.toPromise()
    if (data?.item) adopt(data.item)
  }, [client, item.id, adopt])
}
