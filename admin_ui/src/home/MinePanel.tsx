import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { when } from '../i18n/format'
import { useSession } from '../session/SessionProvider'
import { StateBadges } from '../ui/StateBadges'
import { MyWorkDocument } from './gql/graphql'
import { ItemRow } from './ItemRow'
import { Panel } from './Panel'

/** What one edited last. */
export function MinePanel() {
  const { t } = useTranslation(['home', 'content-types'])
  const { person } = useSession()
  const [{ data, error }, again] = useQuery({
    query: MyWorkDocument,
    variables: { me: person.id, locale: currentLanguage() },
    requestPolicy: 'cache-and-network',
  })
  return (
    <Panel
      title={t('mine')}
      empty={t('nothingYet')}
      error={error}
      retry={() => again({ requestPolicy: 'network-only' })}
      rows={data?.mine.nodes.map((item) => (
        <ItemRow
          key={item.id}
          item={item}
          aside={`${t(`content-types:singular.${item.type}`)} · ${when(item.modifiedAt)}`}
        >
          <StateBadges states={item.states} />
        </ItemRow>
      ))}
    />
  )
}
