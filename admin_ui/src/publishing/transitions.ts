import type { TypedDocumentNode } from 'urql'
import {
  ArchiveDocument,
  type OutcomeFragment,
  PublishDocument,
  ReopenDocument,
  SendBackDocument,
  SubmitDocument,
  UnpublishDocument,
  WithdrawDocument,
} from './gql/graphql'

export type Given = { id: string; locale: string; comment?: string; evenIfUsed?: boolean }
type Document = TypedDocumentNode<{ result: OutcomeFragment }, { input: never }>
export type Transition = {
  document: Document
  input: (given: Given) => object
  color?: string
  isMain?: boolean
  asks?: 'comment' | 'confirm'
}

const one = ({ id, locale }: Given) => ({ id, locale })

/** How each step of the workflow is asked for; in the order in which the steps are offered. */
export const TRANSITIONS: Record<string, Transition> = {
  publish: {
    document: PublishDocument as Document,
    input: ({ id, locale }) => ({ id, locales: [locale] }),
    isMain: true,
  },
  submit: { document: SubmitDocument as Document, input: one },
  send_back: {
    document: SendBackDocument as Document,
    input: ({ comment = '', ...given }) => ({ ...one(given), comment }),
    asks: 'comment',
  },
  withdraw: { document: WithdrawDocument as Document, input: one },
  unpublish: {
    document: UnpublishDocument as Document,
    input: ({ id, locale, evenIfUsed = false }) => ({ id, locales: [locale], evenIfUsed }),
    color: 'red',
    asks: 'confirm',
  },
  archive: { document: ArchiveDocument as Document, input: one, color: 'red', asks: 'confirm' },
  reopen: { document: ReopenDocument as Document, input: one, isMain: true },
}
