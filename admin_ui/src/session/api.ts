/** Signing in and out: plain requests, as they come before any GraphQL. */

export type Person = { id: string; email: string; name: string }
/** Another way to sign in: a page to go to. */
export type Way = { label: string; href: string }
export type Challenge = { token: string; over: number }
export type Problem = { field: string; code: string; message: string }
type Json = Record<string, unknown>

export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly problems: Problem[] = [],
    /** Seconds. */
    readonly retryAfter?: number,
    readonly details: Json = {},
  ) {
    super(message)
  }
}

export async function whoAmI(): Promise<{ person: Person | null; ways: Way[] }> {
  const answer = await send('/session', 'GET')
  return { person: (answer.person as Person | null) ?? null, ways: (answer.others as Way[] | undefined) ?? [] }
}

/** Who is in now, or what has to be given back together with a code of the authenticator app. */
export async function signIn(email: string, password: string): Promise<Person | Challenge> {
  try {
    return personOf(await send('/session', 'POST', { email, password }))
  } catch (error) {
    if (error instanceof Refused && error.code === 'CODE_NEEDED') return challengeOf(error.details)
    throw error
  }
}

export async function sendCode(challenge: Challenge, code: string): Promise<Person> {
  return personOf(await send('/session/code', 'POST', { challenge: challenge.token, code }))
}

export async function signOut(): Promise<void> {
  await send('/session', 'DELETE')
}

/** The answer is the same whether anybody has this address or not. */
export async function requestReset(email: string): Promise<void> {
  await send('/session/reset-request', 'POST', { email })
}

export async function setPassword(token: string, password: string): Promise<void> {
  await send('/session/reset', 'POST', { token, password })
}

export function isChallenge(answer: Person | Challenge): answer is Challenge {
  return 'token' in answer
}

function personOf(answer: Json): Person {
  return answer.person as Person
}

function challengeOf({ challenge, expires_in }: Json): Challenge {
  return { token: String(challenge), over: Date.now() + Number(expires_in) * 1000 }
}

async function send(address: string, method: string, body?: Record<string, string>): Promise<Json> {
  const headers = { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) }
  const response = await fetch(address, { method, headers, body: body && JSON.stringify(body) })
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw refusedBy(response, answer.error ?? {})
  return answer
}

function refusedBy(response: Response, error: Json): Refused {
  const wait = Number(response.headers.get('retry-after'))
  return new Refused(
    String(error.code ?? 'FAILED'),
    String(error.message ?? response.statusText),
    (error.problems as Problem[] | undefined) ?? [],
    wait > 0 ? wait : undefined,
    error,
  )
}
