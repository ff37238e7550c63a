import { useEffect } from 'react'
import { useQuery } from 'urql'
import { ShellDocument } from './gql/graphql'
import { hasRight, type RightsThere } from './rights'

const NONE: RightsThere[] = []

type Rights = { roles: RightsThere[]; isKnown: boolean; may: (right: string, everywhere?: boolean) => boolean }

const AGAIN_MS = 4000

/** Roles and rights of the person by site; none while they are being asked for, again and again until the server tells. */
export function useRights(): Rights {
  const [{ data, error }, ask] = useQuery({ query: ShellDocument })
  useEffect(() => {
    if (data || !error) return
    const timer = window.setTimeout(() => ask({ requestPolicy: 'network-only' }), AGAIN_MS)
    return () => window.clearTimeout(timer)
  }, [data, error, ask])
  const roles = data?.viewer.roles ?? NONE
  return { roles, isKnown: data !== undefined, may: (right, everywhere) => hasRight(roles, right, everywhere) }
}
