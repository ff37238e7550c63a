import { Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { number } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { SkeletonRows } from '../ui/SkeletonRows'
import { type ListedPersonFragment, PeopleDocument } from './gql/graphql'
import { asked, type PeopleFilter } from './peopleFilter'
import { StandingBadge } from './StandingBadge'
import { usePlaces } from './usePlaces'

const PAGE = 50

/** Page after page, as many as were asked for. */
export function PeopleTable({ filter }: { filter: PeopleFilter }) {
  const [cursors, setCursors] = useState<(string | null)[]>([null])
  return cursors.map((after, place) => (
    <PeoplePage
      key={after}
      filter={filter}
      after={after}
      onMore={place === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
    />
  ))
}

type PageProps = { filter: PeopleFilter; after: string | null; onMore?: (cursor: string) => void }

function PeoplePage({ filter, after, onMore }: PageProps) {
  const { t } = useTranslation(['people', 'ui'])
  const variables = { filter: asked(filter), first: PAGE, after, locale: currentLanguage() }
  const [{ data, error }, again] = useQuery({ query: PeopleDocument, variables, requestPolicy: 'cache-and-network' })
  const found = data?.people
  if (error) return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  if (!found) return <SkeletonRows height={52} />
  if (!found.nodes.length) return <EmptyState title={t('nobody')}>{t('nobodyHint')}</EmptyState>
  const { hasNextPage, endCursor } = found.pageInfo
  return (
    <>
      <Rows people={found.nodes} isFirst={after === null} />
      {onMore && (
        <Group justify="space-between" mt="sm">
          <Text size="sm" c="dimmed">
            {t(found.totalCountIsExact ? 'count' : 'countMore', {
              count: found.totalCount,
              shown: number(found.totalCount),
            })}
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

function Rows({ people, isFirst }: { people: ListedPersonFragment[]; isFirst: boolean }) {
  const { t } = useTranslation('people')
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing="xs" highlightOnHover layout="fixed" aria-label={t('title')}>
        <Table.Thead className={isFirst ? undefined : 'visually-hidden'}>
          <Table.Tr>
            <Table.Th w="38%">{t('name')}</Table.Th>
            <Table.Th>{t('rolesTitle')}</Table.Th>
            <Table.Th w={130}>{t('state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Row key={person.id} person={person} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Row({ person }: { person: ListedPersonFragment }) {
  const { t } = useTranslation('people')
  const { placeName, roleName } = usePlaces()
  return (
    <Table.Tr>
      <Table.Td>
        <Text component={Link} to={`/people/${person.id}`} fw={500} c="inherit">
          {person.name}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {person.email ?? t('worksByTokens')}
        </Text>
      </Table.Td>
      <Table.Td>
        {person.roles.map(({ site, roles }) => (
          <Text key={site} size="sm">
            {roles.map(roleName).join(', ')} <Text span c="dimmed">{`· ${placeName(site)}`}</Text>
          </Text>
        ))}
        {person.roles.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noRoles')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <StandingBadge account={person} />
      </Table.Td>
    </Table.Tr>
  )
}
