import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Listed } from '../ui/ListedRow'
import { type PagePlace, Pages, PagesFoot } from '../ui/Pages'
import { SkeletonRows } from '../ui/SkeletonRows'
import { AuditRow } from './AuditRow'
import { byDay } from './byDay'
import { type AuditFilterInput, AuditTrailDocument } from './gql/graphql'

const PAGE = 50

type Props = { filter: AuditFilterInput; choosePerson: (id: string) => void; isNarrowed: boolean }

export function AuditRows(props: Props) {
  return <Pages>{(place) => <AuditPage {...props} {...place} />}</Pages>
}

function AuditPage({ filter, choosePerson, isNarrowed, after, showMore }: Props & PagePlace) {
  const { t } = useTranslation('audit')
  const [{ data, error }, again] = useQuery({
    query: AuditTrailDocument,
    variables: { filter, first: PAGE, after },
    requestPolicy: 'cache-and-network',
  })
  const found = data?.audit
  if (error) return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  if (!found) return <SkeletonRows height={48} />
  if (!found.nodes.length && after === null) {
    return <EmptyState title={t('empty')}>{t(isNarrowed ? 'emptyHint' : 'nothingYet')}</EmptyState>
  }
  return (
    <>
      {byDay(found.nodes).map(({ day, entries }) => (
        <section key={day} aria-label={day}>
          <Title order={2} size="h5" mt="md" mb={4}>
            {day}
          </Title>
          <Listed label={day}>
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} choosePerson={choosePerson} />
            ))}
          </Listed>
        </section>
      ))}
      <PagesFoot count="" pageInfo={found.pageInfo} showMore={showMore} />
      {showMore && !found.pageInfo.hasNextPage && (
        <Text size="sm" c="dimmed">
          {t('end')}
        </Text>
      )}
    </>
  )
}
