import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { number } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Listed } from '../ui/ListedRow'
import { type PagePlace, Pages, PagesFoot } from '../ui/Pages'
import { SkeletonRows } from '../ui/SkeletonRows'
import { RedirectsDocument } from './gql/graphql'
import { RedirectRow } from './RedirectRow'

const PAGE = 50

type Props = { site: string; search?: string }

export function RedirectRows(props: Props) {
  return <Pages>{(place) => <RedirectPage {...props} {...place} />}</Pages>
}

function RedirectPage({ site, search, after, showMore }: Props & PagePlace) {
  const { t } = useTranslation('redirects')
  const [{ data, error }, again] = useQuery({
    query: RedirectsDocument,
    variables: { site, search: search || null, first: PAGE, after },
    requestPolicy: 'cache-and-network',
  })
  const found = data?.redirects
  if (error) return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  if (!found) return <SkeletonRows height={56} />
  if (!found.nodes.length && after === null) {
    return <EmptyState title={t(search ? 'nothingFound' : 'empty')}>{t(search ? 'foundHint' : 'emptyHint')}</EmptyState>
  }
  const count = t(found.totalCountIsExact ? 'count' : 'countMore', {
    count: found.totalCount,
    shown: number(found.totalCount),
  })
  return (
    <>
      <Listed label={t('title')}>
        {found.nodes.map((redirect) => (
          <RedirectRow key={redirect.id} redirect={redirect} />
        ))}
      </Listed>
      <PagesFoot count={count} pageInfo={found.pageInfo} showMore={showMore} />
    </>
  )
}
