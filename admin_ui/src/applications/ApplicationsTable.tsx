import { Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { day, number } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { SkeletonRows } from '../ui/SkeletonRows'
import { ApplicationsDocument, type ListedApplicationFragment } from './gql/graphql'
import { ReviewBadge } from './ReviewBadge'
import { StatusBadge } from './StatusBadge'
import { type ApplicationFilter, asked } from './useApplicationFilter'

const PAGE = 50

/** Page after page, as many as were asked for. */
export function ApplicationsTable({ filter }: { filter: ApplicationFilter }) {
  const [cursors, setCursors] = useState<(string | null)[]>([null])
  return cursors.map((after, place) => (
    <ApplicationsPage
      key={after}
      filter={filter}
      after={after}
      onMore={place === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
    />
  ))
}

type PageProps = { filter: ApplicationFilter; after: string | null; onMore?: (cursor: string) => void }

function ApplicationsPage({ filter, after, onMore }: PageProps) {
  const { t } = useTranslation(['applications', 'ui'])
  const variables = { filter: asked(filter), locale: currentLanguage(), first: PAGE, after }
  const [{ data, error }, again] = useQuery({
    query: ApplicationsDocument,
    variables,
    requestPolicy: 'cache-and-network',
  })
  const found = data?.applications
  if (error) return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  if (!found) return <SkeletonRows height={56} />
  if (!found.nodes.length) return <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>
  const { hasNextPage, endCursor } = found.pageInfo
  return (
    <>
      <Rows applications={found.nodes} isFirst={after === null} />
      {onMore && (
        <Group justify="space-between" mt="sm">
          <Text size="sm" c="dimmed">
            {t('count', { count: found.totalCount, shown: number(found.totalCount) })}
          </Text>
          {hasNextPage && endCursor && (
            <Button variant="default" onClick={() => onMore(endCursor)}>
              {t('ui:more')}
            </Button>
          )}
        </Group>
      )}
    </>
  )
}

function Rows({ applications, isFirst }: { applications: ListedApplicationFragment[]; isFirst: boolean }) {
  const { t } = useTranslation('applications')
  return (
    <Table verticalSpacing="xs" highlightOnHover layout="fixed" aria-label={t('title')}>
      <Table.Thead className={isFirst ? undefined : 'visually-hidden'}>
        <Table.Tr>
          <Table.Th>{t('application')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('event')}</Table.Th>
          <Table.Th w={150}>{t('state')}</Table.Th>
          <Table.Th w={130} visibleFrom="sm">
            {t('progress')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {applications.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Row({ one }: { one: ListedApplicationFragment }) {
  const { t } = useTranslation('applications')
  const where = [one.city, one.countryName].filter(Boolean).join(', ')
  return (
    <Table.Tr>
      <Table.Td>
        <Text component={Link} to={`/applications/${one.id}`} fw={500} c="inherit">
          {one.name || t('erased')}
        </Text>
        <Text size="sm" hiddenFrom="sm">
          {where}
        </Text>
        <Text size="sm" c="dimmed">
          {[one.reference, one.submittedAt && day(one.submittedAt)].filter(Boolean).join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm">{where}</Text>
        <Text size="sm" c="dimmed" lineClamp={1}>
          {one.theme}
        </Text>
      </Table.Td>
      <Table.Td>
        <StatusBadge status={one.status} />
        <Text component="div" hiddenFrom="sm" mt={4}>
          <HowFar one={one} />
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <HowFar one={one} />
      </Table.Td>
    </Table.Tr>
  )
}

/** The own review; else how many are in. */
function HowFar({ one }: { one: ListedApplicationFragment }) {
  const { t } = useTranslation('applications')
  if (one.ownReview) return <ReviewBadge state={one.ownReview.state} />
  return (
    <Text size="sm" span>
      {t('done', { done: one.progress.done, assigned: one.progress.assigned })}
    </Text>
  )
}
