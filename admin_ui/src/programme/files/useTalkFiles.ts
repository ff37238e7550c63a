import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { useEdited } from '../../editing/EditedContext'
import type { Upload } from '../../files/uploading/upload'
import { useNewUploads } from '../../files/useNewUploads'
import { CreateItemDocument } from '../../form/gql/graphql'
import { useDraft } from '../../form/store/useDraft'
import { type Days, locate } from '../model/places'
import type { KnownTalk, Proposed } from './proposedFiles'

type TalkFiles = { list: Upload[]; send: (proposed: readonly Proposed[]) => void; problem: string | null }

/** Uploads files; each that is there becomes a presentation of its talk's people, and the talk refers to it. */
export function useTalkFiles(talks: readonly KnownTalk[]): TalkFiles {
  const { t } = useTranslation('ui')
  const { item, locale } = useEdited()
  const client = useClient()
  const draft = useDraft()
  const { list, send: upload } = useNewUploads()
  const [problem, setProblem] = useState<string | null>(null)

  const send = useCallback(
    (proposed: readonly Proposed[]) => {
      for (const one of proposed) {
        upload([one.file], { site: item.site }, (done) => done.item && void present(one, done.item.id))
      }

      async function present({ talk, title, file }: Proposed, asset: string) {
        const people = talks.find((one) => one.id === talk)?.speakers ?? []
        const data = {
          title: { [locale]: title.trim() || file.name },
          file: asset,
          edition: item.id,
          ...(people.length && { speakers: [...new Set(people)] }),
        }
        const input = { type: 'PresentationFile', site: item.site, data }
        const answer = await client.mutation(CreateItemDocument, { input }).toPromise()
        const made = answer.data?.createItem
        if (made?.item) attach(talk, made.item.id)
        else setProblem(made?.problems[0]?.message ?? made?.refusal?.message ?? t('awayHint'))
      }

      function attach(talk: string, presentation: string) {
        const found = locate((draft.valueAt(['days']) ?? []) as Days, talk)
        if (!found) return
        const path = [...found.list, talk, 'presentations']
        draft.set(path, [...((draft.valueAt(path) as string[] | undefined) ?? []), presentation])
      }
    },
    [client, draft, item.id, item.site, locale, talks, upload, t],
  )
  return { list, send, problem }
}
