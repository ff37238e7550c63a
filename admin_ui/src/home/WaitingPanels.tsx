import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { when } from '../i18n/format'
import { WaitingDocument, type WaitingQuery } from './gql/graphql'
import { ItemRow } from './ItemRow'
import { Panel } from './Panel'

/** What somebody else is waiting for: decisions, answers, translations left behind. */
export function WaitingPanels() {
  const { t } = useTranslation('home')
  const [{ data, error }, again] = useQuery({
    query: WaitingDocument,
    variables: { locale: currentLanguage() },
    requestPolicy: 'cache-and-network',
  })
  const retry = () => again({ requestPolicy: 'network-only' })
  const shared = { retry, empty: '' }
  const isNothing =
    data && !data.reviewList.totalCount && !data.openMentions.totalCount && !data.translations.totalCount
  if (!data || isNothing) {
    return (
      <Panel
        {...shared}
        title={t('waiting')}
        empty={t('nothingWaits')}
        error={error}
        rows={data && []}
        rowHeight={52}
      />
    )
  }
  return (
    <>
      <Waiting
        {...shared}
        title={t('reviews')}
        of={data.reviewList}
        row={(item) => <Review key={item.id} item={item} />}
      />
      <Waiting
        {...shared}
        title={t('mentions')}
        of={data.openMentions}
        row={(thread) => <Mention key={thread.id} thread={thread} />}
      />
      <Waiting
        {...shared}
        title={t('stale')}
        of={data.translations}
        row={(row) => <Stale key={row.item.id} row={row} />}
      />
    </>
  )
}

type WaitingProps<One> = {
  title: string
  of: { nodes: One[]; totalCount: number }
  row: (one: One) => ReactNode
  retry: () => void
  empty: string
}

/** One kind of work; where there is none, it takes no room. */
function Waiting<One>({ of, row, ...panel }: WaitingProps<One>) {
  return of.totalCount > 0 && <Panel {...panel} count={of.totalCount} rows={of.nodes.map(row)} />
}

type ReviewItem = WaitingQuery['reviewList']['nodes'][number]

function Review({ item }: { item: ReviewItem }) {
  const { t } = useTranslation(['home', 'content-types'])
  const waiting = item.states.filter(({ state }) => state === 'pending')
  const by = waiting.find(({ submittedBy }) => submittedBy?.name)?.submittedBy?.name
  const languages = waiting.map(({ locale }) => locale.toUpperCase()).join(', ')
  return (
    <ItemRow
      item={item}
      query={languageQuery(waiting[0])}
      aside={`${t(`content-types:singular.${item.type}`)} · ${languages}`}
    >
      <Text size="sm" c="dimmed">
        {[by, when(item.modifiedAt)].filter(Boolean).join(' · ')}
      </Text>
    </ItemRow>
  )
}

type Thread = WaitingQuery['openMentions']['nodes'][number]

function Mention({ thread }: { thread: Thread }) {
  const last = thread.comments.at(-1)
  if (!thread.item) return null
  return (
    <ItemRow item={thread.item} query="panel=comments" aside={last && when(last.at)}>
      <Text size="sm" c="dimmed" lineClamp={2}>
        {[last?.by?.name, last?.text].filter(Boolean).join(': ')}
      </Text>
    </ItemRow>
  )
}

type StaleRow = WaitingQuery['translations']['nodes'][number]

function Stale({ row }: { row: StaleRow }) {
  const { t } = useTranslation('home')
  const behind = row.translations.filter(({ state }) => state === 'STALE')
  return (
    <ItemRow
      item={row.item}
      query={languageQuery(behind[0])}
      aside={behind
        .map(({ locale, staleFields }) => t('staleIn', { language: locale.toUpperCase(), count: staleFields }))
        .join(', ')}
    />
  )
}

/** The form begins with the language that waits. */
function languageQuery(waiting?: { locale: string }): string {
  return waiting ? `language=${waiting.locale}` : ''
}
