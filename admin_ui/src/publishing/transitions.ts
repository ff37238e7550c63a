import type { TypedDocumentNode } from 'urql'
import {
  ArchiveDocument,
  DeleteDocument,
  type OutcomeFragment,
  PublishDocument,
  ReopenDocument,
  ScheduleExpiryDocument,
  SchedulePublicationDocument,
  SendBackDocument,
  SubmitDocument,
  type TargetsChoice,
  UnpublishDocument,
  WithdrawDocument,
} from './gql/graphql'
import type { Question } from './usePublishing'

export type Given = {
  id: string
  locale: string
  locales?: string[]
  targets?: TargetsChoice
  /** With TOGETHER: what goes along. */
  together?: string[]
  comment?: string
  evenIfUsed?: boolean
  /** Wall time of the site; null cancels. */
  at?: string | null
}
type Document = TypedDocumentNode<{ result: OutcomeFragment }, { input: never }>
export type Transition = {
  document: Document
  input: (given: Given) => object
  question?: Question
}

const one = ({ id, locale }: Given) => ({ id, locale })

/** How each step is asked for, by the name of the right step of the workflow; in the order in which they are offered. */
export const TRANSITIONS: Record<string, Transition> = {
  publish: {
    document: PublishDocument as Document,
    input: ({ id, locale, locales = [locale], targets, together }) => ({ id, locales, targets, together }),
  },
  submit: { document: SubmitDocument as Document, input: one },
  send_back: {
    document: SendBackDocument as Document,
    input: ({ comment = '', ...given }) => ({ ...one(given), comment }),
    question: 'send_back',
  },
  withdraw: { document: WithdrawDocument as Document, input: one },
  reopen: { document: ReopenDocument as Document, input: one },
  unpublish: {
    document: UnpublishDocument as Document,
    input: ({ id, locale, evenIfUsed = false }) => ({ id, locales: [locale], evenIfUsed }),
    question: 'unpublish',
  },
  archive: { document: ArchiveDocument as Document, input: one, question: 'archive' },
  schedule: {
    document: SchedulePublicationDocument as Document,
    input: ({ at, targets, together, ...given }) => ({ ...one(given), at, targets, together }),
  },
  expire: { document: ScheduleExpiryDocument as Document, input: ({ at, ...given }) => ({ ...one(given), at }) },
  delete: { document: DeleteDocument as Document, input: ({ id, evenIfUsed = false }) => ({ id, evenIfUsed }) },
}

/** Steps that are seen at once; the others are in the menu. */
export const FIRST_STEPS = ['publish', 'submit', 'send_back', 'withdraw', 'reopen']
