import type { ReleaseFragment } from './gql/graphql'

/** A release may be changed before it went live, and after it failed. */
export function isOpen({ state }: Pick<ReleaseFragment, 'state'>): boolean {
  return state === 'DRAFT' || state === 'FAILED'
}
