import type { Client, CombinedError } from 'urql'
import {
  CancelUploadDocument,
  CompleteUploadDocument,
  CreateUploadDocument,
  FileWithBytesDocument,
  OpenUploadDocument,
  OpenUploadsDocument,
  ReplaceFileDocument,
  type UploadedFragment,
} from '../gql/graphql'
import { Away, type Completed, type Problem, type Purpose, type Refusal, type UploadsApi } from './upload'

/** The queue's questions as requests of the management API. */
export function uploadsApi(client: Client): UploadsApi {
  return {
    async there(sha256) {
      const variables = { sha256 }
      const { data, error } = await client
        .query(FileWithBytesDocument, variables, { requestPolicy: 'network-only' })
        .toPromise()
      return answered(data, error).fileBySha256 ?? null
    },
    async begun(sha256, site) {
      const { data, error } = await client
        .query(OpenUploadsDocument, { sha256 }, { requestPolicy: 'network-only' })
        .toPromise()
      return answered(data, error).openUploads.find((one) => one.site === site) ?? null
    },
    async again(id) {
      const { data, error } = await client
        .query(OpenUploadDocument, { id }, { requestPolicy: 'network-only' })
        .toPromise()
      return answered(data, error).openUpload ?? null
    },
    async create(input) {
      const { data, error } = await client.mutation(CreateUploadDocument, { input }).toPromise()
      const { upload, refusal, problems } = answered(data, error).createUpload
      return { value: upload ?? null, refusal: plainRefusal(refusal, problems) }
    },
    complete: (ticket, purpose, evenIfThere) => complete(client, ticket, purpose, evenIfThere),
    async cancel(id) {
      await client.mutation(CancelUploadDocument, { input: { id } }).toPromise()
    },
  }
}

async function complete(client: Client, id: string, purpose: Purpose, evenIfThere: boolean): Promise<Completed> {
  if ('replaces' in purpose) {
    const input = { id: purpose.replaces, upload: id, baseVersion: purpose.baseVersion }
    const { data, error } = await client.mutation(ReplaceFileDocument, { input }).toPromise()
    return completed(answered(data, error).result)
  }
  const input = { id, evenIfThere, tags: purpose.tags?.length ? purpose.tags : null }
  const { data, error } = await client.mutation(CompleteUploadDocument, { input }).toPromise()
  return completed(answered(data, error).result)
}

function completed({ item, isChecking, isDuplicate, refusal, problems }: UploadedFragment): Completed {
  return { item: item ?? null, isChecking, isDuplicate, refusal: plainRefusal(refusal, problems) }
}

/** What is wrong with the file says more than that it is invalid. */
function plainRefusal(refusal: Refusal | null | undefined, problems: Problem[]): Refusal | null {
  return problems[0] ?? refusal ?? null
}

function answered<T>(data: T | undefined, error: CombinedError | undefined): T {
  const isAway = error?.networkError || error?.graphQLErrors.some((one) => one.extensions?.code === 'UNAVAILABLE')
  if (isAway || (!data && !error)) throw new Away(error?.message)
  if (error || !data) throw new Error(error?.graphQLErrors[0]?.message ?? '')
  return data
}
