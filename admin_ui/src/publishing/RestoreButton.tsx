import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { type PublishedItemFragment, RestoreDocument } from './gql/graphql'

/** Brings an item back from the recycle bin. */
export function RestoreButton({ id, onDone }: { id: string; onDone: (item: PublishedItemFragment) => void }) {
  const { t } = useTranslation(['publishing', 'ui'])
  const client = useClient()
  const [refusal, setRefusal] = useState<string | null>(null)

  async function restore() {
    const { data, error } = await client.mutation(RestoreDocument, { input: { id } }).toPromise()
    if (data?.result.item) onDone(data.result.item)
    else setRefusal(data?.result.refusal?.message ?? noAnswer(error))
  }

  return (
    <>
      <Button size="xs" onClick={() => void restore()}>
        {t('restore')}
      </Button>
      {refusal && (
        <Text size="sm" role="alert">
          {refusal}
        </Text>
      )}
    </>
  )
}
