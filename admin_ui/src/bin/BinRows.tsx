import { useTranslation } from 'react-i18next'
import { number } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { Listed } from '../ui/ListedRow'
import { Paged } from '../ui/Paged'
import { BinRow } from './BinRow'
import { RecycleBinDocument } from './gql/graphql'
import type { BinFilter } from './RecycleBin'

type Props = { filter: BinFilter; isNarrowed: boolean }

export function BinRows({ filter, isNarrowed }: Props) {
  const { t } = useTranslation('bin')
  const empty = (
    <EmptyState title={t(isNarrowed ? 'nothingFound' : 'empty')}>
      {t(isNarrowed ? 'foundHint' : 'emptyHint')}
    </EmptyState>
  )
  return (
    <Paged
      query={RecycleBinDocument}
      wanted={{ filter }}
      of={(data) => data.recycleBin}
      empty={empty}
      foot={(found) =>
        t(found.totalCountIsExact ? 'count' : 'countMore', {
          count: found.totalCount,
          shown: number(found.totalCount),
        })
      }
    >
      {(items, again) => (
        <Listed label={t('title')}>
          {items.map((item) => (
            <BinRow key={item.id} item={item} onGone={again} />
          ))}
        </Listed>
      )}
    </Paged>
  )
}
