import { useQuery } from 'urql'
import { hasRight, type RightsThere } from './administration'
import { ShellDocument } from './gql/graphql'

const NONE: RightsThere[] = []

type Rights = { roles: RightsThere[]; isKnown: boolean; may: (right: string, everywhere?: boolean) => boolean }

/** Roles and rights of the person by site; none while they are being asked for. */
export function useRights(): Rights {
  const [{ data }] = useQuery({ query: ShellDocument })
  const roles = data?.viewer.roles ?? NONE
  return { roles, isKnown: data !== undefined, may: (right, everywhere) => hasRight(roles, right, everywhere) }
}
