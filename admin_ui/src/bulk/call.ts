import type { Client, TypedDocumentNode } from 'urql'
import {
  ArchiveListedDocument,
  DeleteListedDocument,
  PublishListedDocument,
  ReopenListedDocument,
  RestoreListedDocument,
  ShareListedDocument,
  SubmitListedDocument,
  UnpublishListedDocument,
  WithdrawListedDocument,
} from './gql/graphql'
import type { Call } from './steps'

type Answer = { result: { refusal?: { message: string } | null; problems: { message: string }[] } }
type Sent<Input> = TypedDocumentNode<Answer, { input: Input }>

const DOCUMENTS = {
  publish: PublishListedDocument,
  unpublish: UnpublishListedDocument,
  submit: SubmitListedDocument,
  withdraw: WithdrawListedDocument,
  archive: ArchiveListedDocument,
  reopen: ReopenListedDocument,
  delete: DeleteListedDocument,
  restore: RestoreListedDocument,
  share: ShareListedDocument,
} as const

/** Why it was refused; undefined where it was done. */
export async function send(client: Client, { name, ...input }: Call): Promise<string | undefined> {
  const document = DOCUMENTS[name] as unknown as Sent<typeof input>
  const { data, error } = await client.mutation(document, { input }).toPromise()
  if (!data) return error?.message ?? ''
  const { refusal, problems } = data.result
  if (!refusal) return undefined
  return problems.length ? [...new Set(problems.map(({ message }) => message))].slice(0, 3).join(' ') : refusal.message
}

/** One call after the other, up to the first that is refused. */
export async function sendAll(client: Client, calls: Call[]): Promise<string | undefined> {
  for (const call of calls) {
    const refused = await send(client, call)
    if (refused !== undefined) return refused
  }
  return undefined
}
