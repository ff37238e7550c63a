import { useQuery } from 'urql'
import { hasRight, type RightsThere } from './administration'
import { ShellDocument } from './gql/graphql'

const NONE: RightsThere[] = []

/** Roles and rights of the person by site; none while they are being asked for. */
export function useRights(): { roles: RightsThere[]; may: (right: string, everywhere?: boolean) => boolean } {
  const [{ data }] = useQuery({ query: ShellDocument })
  const roles = data?.viewer.roles ?? NONE
  return { roles, may: (right, everywhere) => hasRight(roles, right, everywhere) }
}
