import { Badge, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { when } from '../i18n/format'
import { useSession } from '../session/SessionProvider'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Page } from '../ui/Page'
import { SkeletonRows } from '../ui/SkeletonRows'
import { HomeDocument, type HomeQuery } from './gql/graphql'

/** What waits for me, and what I edited last. */
export function Home() {
  const { t } = useTranslation('home')
  const { person } = useSession()
  const [{ data, error, fetching }, again] = useQuery({ query: HomeDocument, variables: { me: person.id } })
  return (
    <Page title={t('title', { name: person.name })}>
      {error && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Panel title={t('reviews')} count={data?.reviewList.totalCount}>
          <Items items={data?.reviewList.nodes} isLoading={fetching} empty={t('noReviews')} />
        </Panel>
        <Panel title={t('mine')}>
          <Items items={data?.mine.nodes} isLoading={fetching} empty={t('nothingYet')} />
        </Panel>
      </SimpleGrid>
    </Page>
  )
}

function Panel({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        {count ? <Badge variant="filled">{count}</Badge> : null}
      </Group>
      {children}
    </Card>
  )
}

type Listed = HomeQuery['mine']['nodes'][number]

function Items({ items, isLoading, empty }: { items?: Listed[]; isLoading: boolean; empty: string }) {
  const { t } = useTranslation(['home', 'content-types'])
  if (isLoading && !items) return <SkeletonRows rows={4} height={36} />
  if (!items?.length) return <EmptyState title={empty} />
  return (
    <Stack gap={0} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {items.map((item) => (
        <Group key={item.id} component="li" justify="space-between" wrap="nowrap" py={6}>
          <Text component={Link} to={`/content/${item.type}/${item.id}`} truncate c="inherit">
            {item.title || t('untitled')}
          </Text>
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {t(`content-types:singular.${item.type}`)} · {when(item.modifiedAt)}
          </Text>
        </Group>
      ))}
    </Stack>
  )
}
