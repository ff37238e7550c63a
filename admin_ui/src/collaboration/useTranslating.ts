import { useState } from 'react'
import { useClient } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { useEdited } from '../editing/EditedContext'
import { CopyFromSourceDocument, MarkTranslatedDocument } from './gql/graphql'

type Translating = {
  isBusy: boolean
  refusal: string | null
  /** Of all with a text where `fields` is left out. */
  stillRight: (fields?: string[]) => Promise<void>
  /** Into all empty ones where `fields` is left out. */
  copy: (fields?: string[]) => Promise<void>
}

/** What is done about translations; what is in the form is saved before. */
export function useTranslating(): Translating {
  const { item, locale, draft, saving, adopt } = useEdited()
  const client = useClient()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function run(document: typeof MarkTranslatedDocument | typeof CopyFromSourceDocument, fields?: string[]) {
    setBusy(true)
    setRefusal(null)
    if (await saving.save()) {
      const input = { id: item.id, locale, baseVersion: draft.version, fields }
      const { data, error } = await client.mutation(document, { input }).toPromise()
      if (data?.result.item) adopt(data.result.item)
      else setRefusal(data?.result.refusal?.message ?? noAnswer(error))
    }
    setBusy(false)
  }

  return {
    isBusy,
    refusal,
    stillRight: (fields) => run(MarkTranslatedDocument, fields),
    copy: (fields) => run(CopyFromSourceDocument, fields),
  }
}
