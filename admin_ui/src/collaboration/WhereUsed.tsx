import { Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { humanized } from '../content-types/labels'
import { useEdited } from '../editing/EditedContext'
import { Failure } from '../ui/Failure'
import { SkeletonRows } from '../ui/SkeletonRows'
import { WhereUsedDocument } from './gql/graphql'

/** The drafts that refer to the item, each with the field that does. */
export function WhereUsed() {
  const { t } = useTranslation(['collaboration', 'content-types'])
  const { item } = useEdited()
  const [{ data, error }, again] = useQuery({
    query: WhereUsedDocument,
    variables: { id: item.id, after: null },
    requestPolicy: 'cache-and-network',
  })
  if (error) return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  const found = data?.item?.usedBy
  if (!found) return <SkeletonRows rows={3} height={28} />
  if (found.nodes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('usedNowhere')}
      </Text>
    )
  }
  return (
    <Stack gap={8} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {found.nodes.map(({ at, item: user }) => (
        <li key={`${user?.id}/${at}`}>
          {user ? (
            <Anchor component={Link} to={`/content/${user.type}/${user.id}`} size="sm">
              {user.title || t('untitled')}
            </Anchor>
          ) : (
            <Text size="sm">{t('unreadable')}</Text>
          )}
          <Text size="xs" c="dimmed">
            {[user && t(`content-types:singular.${user.type}`), fieldOf(at), user?.site].filter(Boolean).join(' · ')}
          </Text>
        </li>
      ))}
      {found.totalCount > found.nodes.length && (
        <Text size="sm" c="dimmed" component="li">
          {t('andMore', { count: found.totalCount - found.nodes.length })}
        </Text>
      )}
    </Stack>
  )

  function fieldOf(at: string): string {
    const name = at.split('.').findLast((part) => /^[a-z_]+$/.test(part)) ?? at
    return t(`content-types:fields.${name}`, humanized(name))
  }
}
