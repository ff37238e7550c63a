import { Text } from '@mantine/core'
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
  const shared = { error, retry: () => again({ requestPolicy: 'network-only' }) }
  return (
    <>
      <Panel
        {...shared}
        title={t('reviews')}
        count={data?.reviewList.totalCount}
        empty={t('noReviews')}
        rows={data?.reviewList.nodes.map((item) => <Review key={item.id} item={item} />)}
      />
      <Panel
        {...shared}
        error={undefined}
        title={t('mentions')}
        count={data?.openMentions.totalCount}
        empty={t('noMentions')}
        rows={data?.openMentions.nodes.map((thread) => <Mention key={thread.id} thread={thread} />)}
        rowHeight={52}
      />
      <Panel
        {...shared}
        error={undefined}
        title={t('stale')}
        count={data?.translations.totalCount}
        empty={t('noStale')}
        rows={data?.translations.nodes.map((row) => <Stale key={row.item.id} row={row} />)}
      />
    </>
  )
}

type ReviewItem = WaitingQuery['reviewList']['nodes'][number]

function Review({ item }: { item: ReviewItem }) {
  const { t } = useTranslation(['home', 'content-types'])
  const waiting = item.states.filter(({ state }) => state === 'pending')
  const by = waiting.find(({ submittedBy }) => submittedBy?.name)?.submittedBy?.name
  const languages = waiting.map(({ locale }) => locale.toUpperCase()).join(', ')
  return (
    <ItemRow item={item} aside={`${t(`content-types:singular.${item.type}`)} · ${languages}`}>
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
    <ItemRow item={thread.item} aside={last && when(last.at)}>
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
      aside={behind
        .map(({ locale, staleFields }) => t('staleIn', { language: locale.toUpperCase(), count: staleFields }))
        .join(', ')}
    />
  )
}
