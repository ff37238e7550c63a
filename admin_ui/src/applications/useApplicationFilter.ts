import { useAddressFilter } from '../ui/useAddressFilter'
import type { ApplicationFilterInput, ApplicationStatus } from './gql/graphql'

const NAMES = ['call', 'cutoff', 'status', 'assigned'] as const
type Name = (typeof NAMES)[number]
export type ApplicationFilter = Partial<Record<Name, string>>

/** What is looked for, kept in the address. Another call has other cut-offs. */
export function useApplicationFilter() {
  const { filter, choose: put } = useAddressFilter(NAMES)
  const choose = (name: Name, value: string | null) => put(name, value, name === 'call' ? { cutoff: null } : {})
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
