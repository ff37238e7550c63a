import { Button, Group, Select, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { number, when } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Page } from '../ui/Page'
import { SkeletonRows } from '../ui/SkeletonRows'
import { StateBadges } from '../ui/StateBadges'
import { ItemListDocument, type ItemListQueryVariables } from './gql/graphql'

const STATES = ['private', 'pending', 'published', 'archived'] as const
const PAGE = 50

/** All items of one type: search, filter, and where each language stands. */
export function ItemList() {
  const { type = '' } = useParams()
  const { t } = useTranslation(['lists', 'content-types', 'ui'])
  const [wanted, setWanted] = useSearchParams()
  const [search, setSearch] = useState(wanted.get('search') ?? '')
  const [settled] = useDebouncedValue(search, 200)
  const state = wanted.get('state')
  const variables = {
    filter: { type, search: settled || null, state: state?.toUpperCase() ?? null },
    sort: 'MODIFIED_DESC',
    first: PAGE,
  } as ItemListQueryVariables
  const [{ data, error, fetching }, again] = useQuery({ query: ItemListDocument, variables })
  const found = data?.items

  function choose(name: string, value: string | null) {
    setWanted((before) => {
      const after = new URLSearchParams(before)
      if (value) after.set(name, value)
      else after.delete(name)
      return after
    })
  }

  return (
    <Page title={t(`content-types:plural.${type}`)}>
      <Group mb="md" align="end">
        <TextInput
          type="search"
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          flex={1}
          miw={180}
        />
        <Select
          aria-label={t('state')}
          placeholder={t('anyState')}
          data={STATES.map((value) => ({ value, label: t(`ui:states.${value}`) }))}
          value={state}
          onChange={(value) => choose('state', value)}
          clearable
          w={170}
        />
      </Group>
      {error && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      {fetching && !found && <SkeletonRows />}
      {found && found.nodes.length === 0 && <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>}
      {found && found.nodes.length > 0 && (
        <>
          <Table.ScrollContainer minWidth={560}>
            <Table verticalSpacing="xs" highlightOnHover aria-label={t(`content-types:plural.${type}`)}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('title')}</Table.Th>
                  <Table.Th>{t('languages')}</Table.Th>
                  <Table.Th>{t('site')}</Table.Th>
                  <Table.Th>{t('changed')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {found.nodes.map((item) => (
                  <Table.Tr key={item.id}>
                    <Table.Td>
                      <Text component={Link} to={`/content/${type}/${item.id}`} fw={500} c="inherit">
                        {item.title || t('untitled')}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <StateBadges states={item.states} />
                    </Table.Td>
                    <Table.Td>{item.site}</Table.Td>
                    <Table.Td>
                      <Text size="sm" c="dimmed">
                        {when(item.modifiedAt)}
                        {item.modifiedBy?.name && `, ${item.modifiedBy.name}`}
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Text size="sm" c="dimmed" mt="sm">
            {t(found.totalCountIsExact ? 'count' : 'countMore', {
              count: found.totalCount,
              shown: number(found.totalCount),
            })}
          </Text>
          {found.pageInfo.hasNextPage && <Button variant="default">{t('ui:more')}</Button>}
        </>
      )}
    </Page>
  )
}
