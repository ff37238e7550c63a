export type RightsThere = { site: string; rights: string[] }

const EVERYWHERE = '*'

export function hasRight(roles: RightsThere[], right: string, everywhere = false): boolean {
  return roles.some(({ site, rights }) => rights.includes(right) && (!everywhere || site === EVERYWHERE))
}

/** All that somebody may do on a site. */
export function rightsOn(roles: RightsThere[], site: string): Set<string> {
  return new Set(roles.filter((one) => one.site === site || one.site === EVERYWHERE).flatMap((one) => one.rights))
}
