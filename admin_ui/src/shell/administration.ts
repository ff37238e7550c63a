import { type Icon, IconArrowForwardUp, IconTrash, IconUsers } from '@tabler/icons-react'

/** A screen of administration. `right` is needed on some site, or with `everywhere` on all sites. */
export type AdministrationEntry = {
  to: string
  /** Key of its name in the menu, with the namespace of its area: "people:title". */
  label: string
  icon: Icon
  right: string
  everywhere?: boolean
}

/** One line for each area; the menu shows those whose right the person has. */
export const ADMINISTRATION: AdministrationEntry[] = [
  { to: '/people', label: 'people:title', icon: IconUsers, right: 'manage_people' },
  { to: '/redirects', label: 'redirects:title', icon: IconArrowForwardUp, right: 'manage_site' },
  { to: '/recycle-bin', label: 'bin:title', icon: IconTrash, right: 'delete' },
]

export type RightsThere = { site: string; rights: string[] }

const EVERYWHERE = '*'

/** What of it somebody with these rights may open. */
export function allowedEntries(roles: RightsThere[], entries = ADMINISTRATION): AdministrationEntry[] {
  return entries.filter(({ right, everywhere }) => hasRight(roles, right, everywhere))
}

export function hasRight(roles: RightsThere[], right: string, everywhere = false): boolean {
  return roles.some(({ site, rights }) => rights.includes(right) && (!everywhere || site === EVERYWHERE))
}
