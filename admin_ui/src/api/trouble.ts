import type { CombinedError } from 'urql'

/** What a balancer says while no process of the CMS answers it. */
const NOBODY_THERE = [502, 503, 504]

/** `fault`: the server's own mistake, found in its log by `requestId`; `away`: nobody, or a part of it, answered. */
export type Trouble = { kind: 'fault' | 'away' | 'said'; requestId: string | null; message: string }

/** Why a request got no answer that could be used. */
export function troubleOf(error: CombinedError | undefined): Trouble {
  const errors = error?.graphQLErrors ?? []
  const message = errors.map((one) => one.message).join(' ')
  const codes = errors.map((one) => one.extensions?.code)
  const { status, headers } = (error?.response ?? {}) as Partial<Response>
  const named = errors.map((one) => one.extensions?.requestId).find((id) => typeof id === 'string')
  const requestId = (named as string | undefined) ?? headers?.get?.('x-request-id') ?? null
  if (codes.includes('UNAVAILABLE')) return { kind: 'away', requestId: null, message }
  const isFault = codes.includes('INTERNAL') || ((status ?? 0) >= 500 && !NOBODY_THERE.includes(status ?? 0))
  if (isFault) return { kind: 'fault', requestId, message }
  return { kind: errors.length ? 'said' : 'away', requestId: null, message }
}
