/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "fragment Result on MutationResult {\n  refusal {\n    code\n    message\n  }\n  problems {\n    field\n    locale\n    code\n    message\n    item\n  }\n}": typeof types.ResultFragmentDoc,
    "query Mails($filter: MailFilterInput, $first: Int!, $after: String) {\n  mails(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...Mail\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery AboutItem($id: ID!) {\n  item(id: $id) {\n    id\n    type\n    title\n  }\n}\n\nmutation SendMailAgain($input: SendMailAgainInput!) {\n  result: sendMailAgain(input: $input) {\n    mail {\n      ...Mail\n    }\n    ...Result\n  }\n}\n\nfragment Mail on Mail {\n  id\n  to\n  template\n  locale\n  site\n  item\n  state\n  queuedAt\n  sentAt\n  tries\n  nextAt\n  error\n  subject\n  text\n}": typeof types.MailsDocument,
};
const documents: Documents = {
    "fragment Result on MutationResult {\n  refusal {\n    code\n    message\n  }\n  problems {\n    field\n    locale\n    code\n    message\n    item\n  }\n}": types.ResultFragmentDoc,
    "query Mails($filter: MailFilterInput, $first: Int!, $after: String) {\n  mails(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...Mail\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery AboutItem($id: ID!) {\n  item(id: $id) {\n    id\n    type\n    title\n  }\n}\n\nmutation SendMailAgain($input: SendMailAgainInput!) {\n  result: sendMailAgain(input: $input) {\n    mail {\n      ...Mail\n    }\n    ...Result\n  }\n}\n\nfragment Mail on Mail {\n  id\n  to\n  template\n  locale\n  site\n  item\n  state\n  queuedAt\n  sentAt\n  tries\n  nextAt\n  error\n  subject\n  text\n}": types.MailsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment Result on MutationResult {\n  refusal {\n    code\n    message\n  }\n  problems {\n    field\n    locale\n    code\n    message\n    item\n  }\n}"): (typeof documents)["fragment Result on MutationResult {\n  refusal {\n    code\n    message\n  }\n  problems {\n    field\n    locale\n    code\n    message\n    item\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Mails($filter: MailFilterInput, $first: Int!, $after: String) {\n  mails(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...Mail\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery AboutItem($id: ID!) {\n  item(id: $id) {\n    id\n    type\n    title\n  }\n}\n\nmutation SendMailAgain($input: SendMailAgainInput!) {\n  result: sendMailAgain(input: $input) {\n    mail {\n      ...Mail\n    }\n    ...Result\n  }\n}\n\nfragment Mail on Mail {\n  id\n  to\n  template\n  locale\n  site\n  item\n  state\n  queuedAt\n  sentAt\n  tries\n  nextAt\n  error\n  subject\n  text\n}"): (typeof documents)["query Mails($filter: MailFilterInput, $first: Int!, $after: String) {\n  mails(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...Mail\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery AboutItem($id: ID!) {\n  item(id: $id) {\n    id\n    type\n    title\n  }\n}\n\nmutation SendMailAgain($input: SendMailAgainInput!) {\n  result: sendMailAgain(input: $input) {\n    mail {\n      ...Mail\n    }\n    ...Result\n  }\n}\n\nfragment Mail on Mail {\n  id\n  to\n  template\n  locale\n  site\n  item\n  state\n  queuedAt\n  sentAt\n  tries\n  nextAt\n  error\n  subject\n  text\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;