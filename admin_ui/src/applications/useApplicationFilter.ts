import { useSearchParams } from 'react-router'
import type { ApplicationFilterInput, ApplicationStatus } from './gql/graphql'

const NAMES = ['call', 'cutoff', 'status', 'assigned'] as const
type Name = (typeof NAMES)[number]
export type ApplicationFilter = Partial<Record<Name, string>>

/** What is looked for, kept in the address. Another call has other cut-offs. */
export function useApplicationFilter() {
  const [wanted, setWanted] = useSearchParams()
  const filter: ApplicationFilter = Object.fromEntries(NAMES.map((name) => [name, wanted.get(name) ?? undefined]))
  const choose = (name: Name, value: string | null) =>
    setWanted(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        if (name === 'call') after.delete('cutoff')
        return after
      },
      { replace: true },
    )
  return { filter, choose }
}

/** As the API takes it. */
export function asked({ call, cutoff, status, assigned }: ApplicationFilter): ApplicationFilterInput {
  return {
    call: call ?? null,
    cutoff: cutoff ?? null,
    status: status ? [status as ApplicationStatus] : null,
    assigned: assigned === 'yes',
  }
}
