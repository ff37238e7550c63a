import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { moment } from '../i18n/format'
import { useSitesWith } from '../session/useSitesWith'
import { PlannedDocument } from './gql/graphql'
import { ItemRow } from './ItemRow'
import { Panel } from './Panel'

/** What happens by the clock, the next first. */
export function ScheduledPanel() {
  const { t } = useTranslation('home')
  const { timeZoneOf } = useSitesWith('read')
  const [{ data, error }, again] = useQuery({
    query: PlannedDocument,
    variables: { locale: currentLanguage() },
    requestPolicy: 'cache-and-network',
  })
  return (
    <Panel
      title={t('scheduled')}
      count={data?.scheduled.totalCount}
      empty={t('noScheduled')}
      error={error}
      retry={() => again({ requestPolicy: 'network-only' })}
      rows={data?.scheduled.nodes.map(({ item, moments: [next] }) => (
        <ItemRow
          key={item.id}
          item={item}
          query={next && `language=${next.locale}`}
          aside={
            next &&
            t(`will.${next.action}`, {
              at: moment(next.at, timeZoneOf(item.site)),
              language: next.locale.toUpperCase(),
            })
          }
        />
      ))}
    />
  )
}
