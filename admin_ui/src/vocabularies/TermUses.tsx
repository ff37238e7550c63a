import { Anchor, List, Skeleton, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { TermUsesDocument, type TermUsesQuery } from './gql/graphql'

export function useTermUses(vocabulary: string, slug: string) {
  const [{ data, fetching }] = useQuery({
    query: TermUsesDocument,
    variables: { vocabulary, slug },
    pause: !slug,
    requestPolicy: 'cache-and-network',
  })
  return { uses: data, isLoading: fetching && !data }
}

/** Which items have the term, in drafts and in what visitors see. */
export function TermUses({ vocabulary, slug, name }: { vocabulary: string; slug: string; name: string }) {
  const { t } = useTranslation('vocabularies')
  const { uses, isLoading } = useTermUses(vocabulary, slug)
  if (isLoading) return <Skeleton height={44} />
  if (!uses) return null
  const items = itemsOf(uses)
  const total = Math.max(uses.draft.totalCount, uses.live.totalCount)
  return (
    <Stack gap={2} role="group" aria-label={t('usesOf', { name })}>
      <Text size="sm" fw={600}>
        {total === 0 ? t('usedNowhere', { name }) : t('used', { name, count: uses.draft.totalCount })}
      </Text>
      {total > 0 && (
        <Text size="sm" c="dimmed">
          {t('usedLive', { count: uses.live.totalCount })}
        </Text>
      )}
      <List size="sm">
        {items.map((one) => (
          <List.Item key={one.id}>
            <Anchor component={Link} to={`/content/${one.type}/${one.id}`} size="sm" target="_blank">
              {one.title || t('untitled')}
            </Anchor>
          </List.Item>
        ))}
        {items.length > 0 && total > items.length && (
          <List.Item>{t('andMore', { count: total - items.length })}</List.Item>
        )}
      </List>
    </Stack>
  )
}

function itemsOf({ draft, live }: TermUsesQuery) {
  const items = [...draft.nodes, ...live.nodes].flatMap(({ item }) => (item ? [item] : []))
  return [...new Map(items.map((one) => [one.id, one])).values()]
}
