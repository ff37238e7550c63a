/** Signing in and out: plain requests, as they come before any GraphQL. */

export type Person = { id: string; email: string; name: string }
export type SignInAnswer = { person: Person } | { challenge: string }

export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export async function whoAmI(): Promise<Person | null> {
  const answer = await send('GET')
  return (answer.person as Person | null) ?? null
}

export async function signIn(credentials: Record<string, string>): Promise<SignInAnswer> {
  return (await send('POST', credentials)) as SignInAnswer
}

export async function signOut(): Promise<void> {
  await send('DELETE')
}

async function send(method: string, body?: Record<string, string>): Promise<Record<string, unknown>> {
  const headers = { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) }
  const response = await fetch('/session', { method, headers, body: body && JSON.stringify(body) })
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Refused(answer.error?.code ?? 'FAILED', answer.error?.message ?? response.statusText)
  return answer
}
