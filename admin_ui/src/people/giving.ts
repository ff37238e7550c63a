import { type RightsThere, rightsOn } from '../session/rights'

export const EVERYWHERE = '*'
export const ADMINISTRATOR = 'administrator'
const MANAGE = 'manage_people'

export type Role = { name: string; rights: string[]; ownRights: string[] }

/** The roles that somebody may give and take there, as the server decides it: nobody gives what he has not. */
export function rolesToGive(roles: Role[], mine: RightsThere[], site: string): Role[] {
  const rights = rightsOn(mine, site)
  if (!rights.has(MANAGE)) return []
  return roles.filter((role) => [...role.rights, ...role.ownRights].every((right) => rights.has(right)))
}

/** "*" and the keys of the sites whose people somebody manages. */
export function managedPlaces(mine: RightsThere[], sites: string[]): string[] {
  return [EVERYWHERE, ...sites].filter((site) => rightsOn(mine, site).has(MANAGE))
}

type Account = {
  id: string
  isActive: boolean
  isService: boolean
  hasPassword: boolean
  mayChange: boolean
  roles: { site: string; roles: string[] }[]
}

/** Why name, address and access of an account are not somebody's to change; null where they are. */
export function obstacle(account: Account, me: string, mine: RightsThere[]): 'self' | 'above' | 'elsewhere' | null {
  if (account.id === me) return 'self'
  const isAbove = account.roles.some(({ site, roles }) => site === EVERYWHERE && roles.includes(ADMINISTRATOR))
  if (isAbove && !rightsOn(mine, EVERYWHERE).has(MANAGE)) return 'above'
  return account.mayChange ? null : 'elsewhere'
}

export type Standing = 'closed' | 'service' | 'invited' | 'active'

export function standing({ isActive, isService, hasPassword }: Account | Omit<Account, 'mayChange'>): Standing {
  if (!isActive) return 'closed'
  if (isService) return 'service'
  return hasPassword ? 'active' : 'invited'
}
