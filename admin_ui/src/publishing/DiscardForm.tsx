import { Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { useEdited } from '../editing/EditedContext'
import { DiscardDraftDocument } from '../history/gql/graphql'
import { DialogFoot } from './DialogFoot'
import type { FormProps } from './PublishingDialogs'
import { WhatGoesLive } from './WhatGoesLive'

/** What is lost when the draft becomes again what visitors see; it stays in the history. */
export function DiscardForm({ publishing }: FormProps) {
  const { t } = useTranslation(['publishing', 'ui'])
  const { item, adopt } = useEdited()
  const client = useClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const live = item.states.filter((one) => one.liveVersion !== null).map((one) => one.locale)

  async function discard() {
    const { data, error } = await client.mutation(DiscardDraftDocument, { input: { id: item.id } }).toPromise()
    if (!data?.result.item) return setRefusal(data?.result.refusal?.message ?? noAnswer(error))
    adopt(data.result.item)
    notifications.show({ message: t('done.discard'), color: 'teal' })
    publishing.close()
  }

  return (
    <Stack>
      <Text size="sm">{t('sure.discard')}</Text>
      <WhatGoesLive locales={live} />
      <DialogFoot
        publishing={{ ...publishing, refusal }}
        step="discard"
        label={t('do.discard')}
        isGrave
        onConfirm={() => void discard()}
      />
    </Stack>
  )
}
