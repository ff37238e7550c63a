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
    "query OutboxFigures {\n  outboxFigures {\n    due\n    scheduled\n    parked\n    oldestDueAt\n    parkedByName {\n      name\n      count\n    }\n  }\n}\n\nquery Outbox($filter: OutboxFilterInput, $first: Int!, $after: String) {\n  outbox(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...Event\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nmutation RetryEvent($input: RetryEventInput!) {\n  result: retryEvent(input: $input) {\n    event {\n      ...Event\n    }\n    ...Result\n  }\n}\n\nmutation DropEvent($input: DropEventInput!) {\n  result: dropEvent(input: $input) {\n    event {\n      ...Event\n    }\n    ...Result\n  }\n}\n\nmutation RetryParkedEvents($input: RetryParkedEventsInput!) {\n  result: retryParkedEvents(input: $input) {\n    retried\n    ...Result\n  }\n}\n\nfragment Event on OutboxEvent {\n  id\n  name\n  at\n  item\n  type\n  site\n  locale\n  state\n  dueAt\n  tries\n  leasedUntil\n  error\n  doneAt\n}": typeof types.OutboxFiguresDocument,
};
const documents: Documents = {
    "fragment Result on MutationResult {\n  refusal {\n    code\n    message\n  }\n  problems {\n    field\n    locale\n    code\n    message\n    item\n  }\n}": types.ResultFragmentDoc,
    "query OutboxFigures {\n  outboxFigures {\n    due\n    scheduled\n    parked\n    oldestDueAt\n    parkedByName {\n      name\n      count\n    }\n  }\n}\n\nquery Outbox($filter: OutboxFilterInput, $first: Int!, $after: String) {\n  outbox(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...Event\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nmutation RetryEvent($input: RetryEventInput!) {\n  result: retryEvent(input: $input) {\n    event {\n      ...Event\n    }\n    ...Result\n  }\n}\n\nmutation DropEvent($input: DropEventInput!) {\n  result: dropEvent(input: $input) {\n    event {\n      ...Event\n    }\n    ...Result\n  }\n}\n\nmutation RetryParkedEvents($input: RetryParkedEventsInput!) {\n  result: retryParkedEvents(input: $input) {\n    retried\n    ...Result\n  }\n}\n\nfragment Event on OutboxEvent {\n  id\n  name\n  at\n  item\n  type\n  site\n  locale\n  state\n  dueAt\n  tries\n  leasedUntil\n  error\n  doneAt\n}": types.OutboxFiguresDocument,
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
export function graphql(source: "query OutboxFigures {\n  outboxFigures {\n    due\n    scheduled\n    parked\n    oldestDueAt\n    parkedByName {\n      name\n      count\n    }\n  }\n}\n\nquery Outbox($filter: OutboxFilterInput, $first: Int!, $after: String) {\n  outbox(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...Event\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nmutation RetryEvent($input: RetryEventInput!) {\n  result: retryEvent(input: $input) {\n    event {\n      ...Event\n    }\n    ...Result\n  }\n}\n\nmutation DropEvent($input: DropEventInput!) {\n  result: dropEvent(input: $input) {\n    event {\n      ...Event\n    }\n    ...Result\n  }\n}\n\nmutation RetryParkedEvents($input: RetryParkedEventsInput!) {\n  result: retryParkedEvents(input: $input) {\n    retried\n    ...Result\n  }\n}\n\nfragment Event on OutboxEvent {\n  id\n  name\n  at\n  item\n  type\n  site\n  locale\n  state\n  dueAt\n  tries\n  leasedUntil\n  error\n  doneAt\n}"): (typeof documents)["query OutboxFigures {\n  outboxFigures {\n    due\n    scheduled\n    parked\n    oldestDueAt\n    parkedByName {\n      name\n      count\n    }\n  }\n}\n\nquery Outbox($filter: OutboxFilterInput, $first: Int!, $after: String) {\n  outbox(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...Event\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nmutation RetryEvent($input: RetryEventInput!) {\n  result: retryEvent(input: $input) {\n    event {\n      ...Event\n    }\n    ...Result\n  }\n}\n\nmutation DropEvent($input: DropEventInput!) {\n  result: dropEvent(input: $input) {\n    event {\n      ...Event\n    }\n    ...Result\n  }\n}\n\nmutation RetryParkedEvents($input: RetryParkedEventsInput!) {\n  result: retryParkedEvents(input: $input) {\n    retried\n    ...Result\n  }\n}\n\nfragment Event on OutboxEvent {\n  id\n  name\n  at\n  item\n  type\n  site\n  locale\n  state\n  dueAt\n  tries\n  leasedUntil\n  error\n  doneAt\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;