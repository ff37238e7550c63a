import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { PeopleFilterInput } from './gql/graphql'

const NAMES = ['search', 'role', 'site', 'standing'] as const
export type PeopleFilter = Partial<Record<(typeof NAMES)[number], string>>

/** What is looked for, kept in the address: a link or a step back shows the same list. */
export function usePeopleFilter() {
  const [wanted, setWanted] = useSearchParams()
  const filter = useMemo(
    () => Object.fromEntries(NAMES.map((name) => [name, wanted.get(name) ?? undefined])) as PeopleFilter,
    [wanted],
  )
  const choose = useCallback(
    (name: (typeof NAMES)[number], value: string | null) =>
      setWanted(
        (before) => {
          const after = new URLSearchParams(before)
          if (value) after.set(name, value)
          else after.delete(name)
          return after
        },
        { replace: true },
      ),
    [setWanted],
  )
  return { filter, choose }
}

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
