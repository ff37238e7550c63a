import type { PeopleFilterInput } from './gql/graphql'

export const PEOPLE_FILTERS = ['search', 'role', 'site', 'standing'] as const
export type PeopleFilter = Partial<Record<(typeof PEOPLE_FILTERS)[number], string>>

/** As the API takes it. */
export function asked({ search, role, site, standing }: PeopleFilter): PeopleFilterInput {
  return {
    search: search || null,
    role: role ?? null,
    site: site ?? null,
    isActive: standing ? standing !== 'closed' : null,
    isService: standing === 'service' ? true : standing === 'active' ? false : null,
  }
}
