import { Select, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { useEdited } from '../editing/EditedContext'
import { languageName } from '../i18n/format'
import { SkeletonRows } from '../ui/SkeletonRows'
import { DialogFoot } from './DialogFoot'
import { AddToReleaseDocument, CreateReleaseDocument, OpenReleasesDocument } from './gql/graphql'
import type { FormProps } from './PublishingDialogs'
import { Targets } from './Targets'
import { useTargets } from './useTargets'

const NEW = 'new'

/** Puts a language of the item into a release, one that is there or a new one. */
export function ReleaseForm({ publishing }: FormProps) {
  const { t } = useTranslation(['publishing', 'ui'])
  const { item, locale } = useEdited()
  const client = useClient()
  const [{ data }] = useQuery({
    query: OpenReleasesDocument,
    variables: { site: item.site },
    requestPolicy: 'network-only',
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { found, isAsked, chosen: along, choose, choice } = useTargets([{ id: item.id, locales: [locale] }])
  const open = data?.releases.nodes ?? []
  const release = chosen ?? (open.length === 0 ? NEW : null)

  async function add() {
    const id = release === NEW ? await begun() : release
    if (!id) return
    const entries = [{ id: item.id, locales: [locale] }]
    const answer = await client.mutation(AddToReleaseDocument, { input: { id, entries, ...choice } }).toPromise()
    const added = answer.data?.result.release
    if (!added) return setRefusal(answer.data?.result.refusal?.message ?? noAnswer(answer.error))
    notifications.show({ message: t('done.release', { name: added.name }), color: 'teal' })
    publishing.close()
  }

  async function begun(): Promise<string | undefined> {
    const answer = await client.mutation(CreateReleaseDocument, { input: { name, site: item.site } }).toPromise()
    if (!answer.data?.result.release) setRefusal(answer.data?.result.refusal?.message ?? noAnswer(answer.error))
    return answer.data?.result.release?.id
  }

  return (
    <Stack>
      <Text size="sm">{t('releaseHint', { language: languageName(locale) })}</Text>
      {open.length > 0 && (
        <Select
          label={t('release')}
          data={[...open.map((one) => ({ value: one.id, label: one.name })), { value: NEW, label: t('newRelease') }]}
          value={chosen}
          onChange={setChosen}
          autoFocus
        />
      )}
      {release === NEW && (
        <TextInput
          label={t('releaseName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          withAsterisk
        />
      )}
      {!found && <SkeletonRows rows={2} />}
      {found && <Targets found={found} chosen={along} choose={choose} />}
      <DialogFoot
        publishing={{ ...publishing, refusal }}
        step="release"
        label={t('do.release')}
        isOff={isAsked || !release || (release === NEW && !name.trim())}
        onConfirm={() => void add()}
      />
    </Stack>
  )
}
