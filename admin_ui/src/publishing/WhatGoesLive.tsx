import { Accordion, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { standingIn, useEdited } from '../editing/EditedContext'
import { DifferenceList } from '../history/DifferenceList'
import { DifferencesDocument } from '../history/gql/graphql'

/** What visitors will see that they do not see yet, compared with the oldest of what is live in these languages. */
export function WhatGoesLive({ locales }: { locales: string[] }) {
  const { t } = useTranslation('publishing')
  const { item, form, locale } = useEdited()
  const live = locales.map((one) => standingIn(item, one)?.liveVersion).filter((one) => typeof one === 'number')
  const from = Math.min(...live)
  const isFirst = live.length < locales.length
  const [{ data }] = useQuery({
    query: DifferencesDocument,
    variables: { id: item.id, from, to: item.version },
    pause: isFirst || live.length === 0,
  })
  if (isFirst) return <Text size="sm">{t('goesLive.first')}</Text>
  const differences = data?.differences?.filter((one) => one.locale === null || locales.includes(one.locale ?? ''))
  if (!differences) return null
  if (differences.length === 0) return <Text size="sm">{t('goesLive.nothing')}</Text>
  return (
    <Accordion variant="contained" defaultValue={differences.length < 6 ? 'changes' : null}>
      <Accordion.Item value="changes">
        <Accordion.Control>{t('goesLive.changes', { count: differences.length })}</Accordion.Control>
        <Accordion.Panel>
          <DifferenceList
            differences={differences}
            form={form}
            before={data?.before?.data}
            after={data?.after?.data}
            language={locale}
          />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
