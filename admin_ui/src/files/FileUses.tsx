import { Anchor, Card, List, Skeleton, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { FileUsesDocument, type FileUsesQuery } from './gql/graphql'

type Use = NonNullable<FileUsesQuery['item']>['usedBy']['nodes'][number]

/** Where drafts show the file or lead to it. */
export function FileUses({ id }: { id: string }) {
  const { t } = useTranslation('files')
  return (
    <Card withBorder component="section" aria-label={t('usedIn')}>
      <Title order={2} size="h4" mb="xs">
        {t('usedIn')}
      </Title>
      <Uses id={id} />
    </Card>
  )
}

export function Uses({ id }: { id: string }) {
  const { t } = useTranslation(['files', 'content-types'])
  const [{ data }] = useQuery({ query: FileUsesDocument, variables: { id }, requestPolicy: 'cache-and-network' })
  const uses = data?.item?.usedBy
  if (!uses) return <Skeleton height={24} />
  if (uses.nodes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('usedNowhere')}
      </Text>
    )
  }
  const items = distinct(uses.nodes)
  const left = uses.totalCount - uses.nodes.length
  return (
    <List size="sm" spacing={4}>
      {items.map((item) => (
        <List.Item key={item.id}>
          <Anchor component={Link} to={`/content/${item.type}/${item.id}`}>
            {item.title || t('untitled')}
          </Anchor>{' '}
          <Text span size="xs" c="dimmed">
            {t(`content-types:singular.${item.type}`)} · {item.site}
          </Text>
        </List.Item>
      ))}
      {uses.nodes.some((one) => one.item === null) && <List.Item>{t('usedHidden')}</List.Item>}
      {left > 0 && <List.Item>{t('usedMore', { count: left })}</List.Item>}
    </List>
  )
}

function distinct(uses: Use[]): NonNullable<Use['item']>[] {
  const items = uses.map((one) => one.item).filter((item) => item !== null)
  return [...new Map(items.map((one) => [one.id, one])).values()]
}
