import { useQuery } from 'urql'
import { useEdited } from '../editing/EditedContext'
import type { EditorSite } from '../editing/sites'
import { MyRightsDocument } from './gql/graphql'
import { SiteOverride } from './SiteOverride'

/** For whoever may only read the item: what their own site says of it. */
export function OwnSites() {
  const { isReadOnly, item } = useEdited()
  const sites = useOwnSites()
  if (!isReadOnly || item.deletedAt !== null) return null
  return sites.map((one) => <SiteOverride key={one.key} site={one} />)
}

/** The sites that show the item beside its own and that the person edits. */
export function useOwnSites(): EditorSite[] {
  const { item, sites } = useEdited()
  const [{ data }] = useQuery({ query: MyRightsDocument, pause: item.shared.length === 0 })
  const mine = data?.viewer.roles.filter((one) => one.rights.includes('update')).map((one) => one.site) ?? []
  return sites.filter((one) => item.shared.includes(one.key) && (mine.includes(one.key) || mine.includes('*')))
}
