import { useMemo } from 'react'
import { useQuery } from 'urql'
import { inOrder } from '../words/order'
import { SiteNamesDocument } from './gql/graphql'
import { rightsOn } from './rights'
import { useRights } from './useRights'

export type NamedSite = { value: string; label: string; timeZone: string }

/** Sites by name, and those of them where the person has a right; `isKnown` once they have been asked for. */
export function useSitesWith(right: string) {
  const { roles } = useRights()
  const [{ data }] = useQuery({ query: SiteNamesDocument })
  return useMemo(() => {
    const all: NamedSite[] = (data?.items.nodes ?? []).map(({ site, title, data: facts }) => ({
      value: site,
      label: title || site,
      timeZone: (facts as { time_zone?: string }).time_zone ?? 'UTC',
    }))
    // the first one is proposed where one is to be chosen: always the same
    all.sort((one, other) => inOrder(one.label, other.label))
    const named = new Map(all.map((one) => [one.value, one]))
    return {
      isKnown: data !== undefined,
      sites: all.filter(({ value }) => rightsOn(roles, value).has(right)),
      siteName: (key: string) => named.get(key)?.label ?? key,
      timeZoneOf: (key: string) => named.get(key)?.timeZone ?? 'UTC',
    }
  }, [data, roles, right])
}
