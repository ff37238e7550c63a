import { Alert, Button, Group, Text } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Page } from '../ui/Page'
import { SkeletonRows } from '../ui/SkeletonRows'
import { CallAndCutoff } from './ApplicationFilters'
import { Countries } from './Countries'
import { ExportMenu } from './ExportMenu'
import { CallsDocument, RankingDocument } from './gql/graphql'
import { RankingTable } from './RankingTable'
import { useApplicationFilter } from './useApplicationFilter'

/** The applications to a call by their points, with what a decision should look at besides. */
export function Ranking() {
  const { t } = useTranslation('applications')
  const { filter, choose } = useApplicationFilter()
  const [{ data, error }] = useQuery({ query: CallsDocument, variables: { locale: currentLanguage() } })
  const calls = data?.callsWithApplications
  const first = calls?.find(({ counts }) => counts.some((one) => one.status !== 'DRAFT')) ?? calls?.[0]
  const call = filter.call ?? first?.call.id
  return (
    <Page title={t('ranking')} actions={call && <ExportMenu call={call} cutoff={filter.cutoff} />}>
      <Text c="dimmed" mb="md" maw={760}>
        {t('rankingHint')}
      </Text>
      {error && <Failure error={error} />}
      {calls && (
        <Group mb="md" gap="sm">
          <CallAndCutoff calls={calls} filter={{ ...filter, call }} onChoose={choose} />
        </Group>
      )}
      {calls?.length === 0 && <EmptyState title={t('noCalls')}>{t('noCallsHint')}</EmptyState>}
      {call && <Ranked key={`${call}/${filter.cutoff}`} call={call} cutoff={filter.cutoff} />}
      {!calls && !error && <SkeletonRows height={44} />}
    </Page>
  )
}

function Ranked({ call, cutoff }: { call: string; cutoff?: string }) {
  const { t } = useTranslation('applications')
  const [chosen, setChosen] = useState<string[]>([])
  const [{ data, error }, again] = useQuery({
    query: RankingDocument,
    variables: { call, cutoff: cutoff ?? null, locale: currentLanguage() },
    requestPolicy: 'cache-and-network',
  })
  const ranking = data?.ranking
  if (error) return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  if (!ranking) return <SkeletonRows height={44} />
  if (!ranking.applications.length) return <EmptyState title={t('notRanked')}>{t('notRankedHint')}</EmptyState>
  const isPair = chosen.length === 2
  const undecided = ranking.applications.filter(({ standing }) => standing.isDisputed).length
  return (
    <>
      {undecided > 0 && (
        <Alert color="orange" variant="light" mb="md">
          {t('disputedCount', { count: undecided })}
        </Alert>
      )}
      <RankingTable ranking={ranking} chosen={chosen} onChoose={setChosen} />
      <Group my="md">
        {isPair ? (
          <Button
            component={Link}
            to={`/applications/compare?one=${chosen[0]}&other=${chosen[1]}`}
            variant="default"
            leftSection={<IconColumns size={18} aria-hidden />}
          >
            {t('compare')}
          </Button>
        ) : (
          <Button variant="default" leftSection={<IconColumns size={18} aria-hidden />} disabled>
            {t('compare')}
          </Button>
        )}
        {!isPair && (
          <Text size="sm" c="dimmed">
            {t('compareHint')}
          </Text>
        )}
      </Group>
      <Countries balance={ranking.balance} />
    </>
  )
}
