import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useRights } from '../session/useRights'
import { EVERYWHERE, managedPlaces, type Role, rolesToGive } from './giving'
import { PeopleChoicesDocument } from './gql/graphql'

export type Choice = { value: string; label: string }

/** Sites and roles by name, and what of them the person may give. */
export function usePlaces() {
  const { t } = useTranslation('people')
  const { roles: mine } = useRights()
  const [{ data }] = useQuery({ query: PeopleChoicesDocument })
  return useMemo(() => {
    const roles: Role[] = data?.roles ?? []
    const names = new Map(data?.items.nodes.map(({ site, title }) => [site, title ?? site]))
    const placeName = (site: string) => (site === EVERYWHERE ? t('everywhere') : (names.get(site) ?? site))
    const roleName = (role: string) => t(`roles.${role}`, { defaultValue: role })
    return {
      isKnown: data !== undefined,
      placeName,
      roleName,
      allRoles: roles.map(({ name }) => ({ value: name, label: roleName(name) })),
      places: managedPlaces(mine, [...names.keys()]).map((site) => ({ value: site, label: placeName(site) })),
      rolesFor: (site: string): Choice[] =>
        rolesToGive(roles, mine, site).map(({ name }) => ({ value: name, label: roleName(name) })),
    }
  }, [data, mine, t])
}
