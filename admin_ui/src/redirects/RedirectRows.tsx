import { useTranslation } from 'react-i18next'
import { number } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { Listed } from '../ui/ListedRow'
import { Paged } from '../ui/Paged'
import { RedirectsDocument } from './gql/graphql'
import { RedirectRow } from './RedirectRow'

type Props = { site: string; search?: string }

export function RedirectRows({ site, search }: Props) {
  const { t } = useTranslation('redirects')
  const empty = (
    <EmptyState title={t(search ? 'nothingFound' : 'empty')}>{t(search ? 'foundHint' : 'emptyHint')}</EmptyState>
  )
  return (
    <Paged
      query={RedirectsDocument}
      wanted={{ site, search: search || null }}
      of={(data) => data.redirects}
      empty={empty}
      foot={(found) =>
        t(found.totalCountIsExact ? 'count' : 'countMore', {
          count: found.totalCount,
          shown: number(found.totalCount),
        })
      }
    >
      {(redirects) => (
        <Listed label={t('title')}>
          {redirects.map((redirect) => (
            <RedirectRow key={redirect.id} redirect={redirect} />
          ))}
        </Listed>
      )}
    </Paged>
  )
}
