import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { moment, when } from '../i18n/format'
import { useSession } from '../session/SessionProvider'
import { MyWorkDocument } from './gql/graphql'
import { ItemRow } from './ItemRow'
import { Panel } from './Panel'

/** What one edited last, and what happens by the clock. */
export function MyPanels() {
  const { t } = useTranslation(['home', 'content-types'])
  const { person } = useSession()
  const [{ data, error }, again] = useQuery({
    query: MyWorkDocument,
    variables: { me: person.id, locale: currentLanguage() },
    requestPolicy: 'cache-and-network',
  })
  const retry = () => again({ requestPolicy: 'network-only' })
  return (
    <>
      <Panel
        title={t('mine')}
        empty={t('nothingYet')}
        error={error}
        retry={retry}
        rows={data?.mine.nodes.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            aside={`${t(`content-types:singular.${item.type}`)} · ${when(item.modifiedAt)}`}
          />
        ))}
      />
      <Panel
        title={t('scheduled')}
        count={data?.scheduled.totalCount}
        empty={t('noScheduled')}
        retry={retry}
        rows={data?.scheduled.nodes.map(({ item, moments: [next] }) => (
          <ItemRow
            key={item.id}
            item={item}
            aside={next && t(`will.${next.action}`, { at: moment(next.at), language: next.locale.toUpperCase() })}
          />
        ))}
      />
    </>
  )
}
