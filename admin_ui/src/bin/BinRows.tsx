import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { number } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Listed } from '../ui/ListedRow'
import { type PagePlace, Pages, PagesFoot } from '../ui/Pages'
import { SkeletonRows } from '../ui/SkeletonRows'
import { BinRow } from './BinRow'
import { RecycleBinDocument } from './gql/graphql'
import type { BinFilter } from './RecycleBin'

const PAGE = 50

type Props = { filter: BinFilter; isNarrowed: boolean }

export function BinRows(props: Props) {
  return <Pages>{(place) => <BinPage {...props} {...place} />}</Pages>
}

function BinPage({ filter, isNarrowed, after, showMore }: Props & PagePlace) {
  const { t } = useTranslation('bin')
  const [{ data, error }, again] = useQuery({
    query: RecycleBinDocument,
    variables: { filter, first: PAGE, after },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  const found = data?.recycleBin
  if (error) return <Failure error={error} retry={readAgain} />
  if (!found) return <SkeletonRows height={56} />
  if (!found.nodes.length && after === null) {
    return (
      <EmptyState title={t(isNarrowed ? 'nothingFound' : 'empty')}>
        {t(isNarrowed ? 'foundHint' : 'emptyHint')}
      </EmptyState>
    )
  }
  const count = t(found.totalCountIsExact ? 'count' : 'countMore', {
    count: found.totalCount,
    shown: number(found.totalCount),
  })
  return (
    <>
      <Listed label={t('title')}>
        {found.nodes.map((item) => (
          <BinRow key={item.id} item={item} onGone={readAgain} />
        ))}
      </Listed>
      <PagesFoot count={count} pageInfo={found.pageInfo} showMore={showMore} />
    </>
  )
}
