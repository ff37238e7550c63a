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
    "query AuditTrail($filter: AuditFilterInput, $first: Int!, $after: String) {\n  audit(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...AuditRow\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment AuditRow on AuditEntry {\n  id\n  at\n  action\n  item\n  type\n  site\n  version\n  details\n  by {\n    id\n    name\n  }\n  about {\n    id\n    name\n  }\n  subject {\n    id\n    type\n    title\n    deletedAt\n  }\n}\n\nquery AuditPeople($search: String, $site: String!, $locale: Locale) {\n  people(filter: {search: $search}, first: 20, locale: $locale) {\n    nodes {\n      id\n      name\n    }\n  }\n  peopleToChoose(\n    site: $site\n    right: \"read\"\n    search: $search\n    first: 20\n    locale: $locale\n  ) {\n    nodes {\n      id\n      name\n    }\n  }\n}": typeof types.AuditTrailDocument,
};
const documents: Documents = {
    "query AuditTrail($filter: AuditFilterInput, $first: Int!, $after: String) {\n  audit(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...AuditRow\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment AuditRow on AuditEntry {\n  id\n  at\n  action\n  item\n  type\n  site\n  version\n  details\n  by {\n    id\n    name\n  }\n  about {\n    id\n    name\n  }\n  subject {\n    id\n    type\n    title\n    deletedAt\n  }\n}\n\nquery AuditPeople($search: String, $site: String!, $locale: Locale) {\n  people(filter: {search: $search}, first: 20, locale: $locale) {\n    nodes {\n      id\n      name\n    }\n  }\n  peopleToChoose(\n    site: $site\n    right: \"read\"\n    search: $search\n    first: 20\n    locale: $locale\n  ) {\n    nodes {\n      id\n      name\n    }\n  }\n}": types.AuditTrailDocument,
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
export function graphql(source: "query AuditTrail($filter: AuditFilterInput, $first: Int!, $after: String) {\n  audit(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...AuditRow\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment AuditRow on AuditEntry {\n  id\n  at\n  action\n  item\n  type\n  site\n  version\n  details\n  by {\n    id\n    name\n  }\n  about {\n    id\n    name\n  }\n  subject {\n    id\n    type\n    title\n    deletedAt\n  }\n}\n\nquery AuditPeople($search: String, $site: String!, $locale: Locale) {\n  people(filter: {search: $search}, first: 20, locale: $locale) {\n    nodes {\n      id\n      name\n    }\n  }\n  peopleToChoose(\n    site: $site\n    right: \"read\"\n    search: $search\n    first: 20\n    locale: $locale\n  ) {\n    nodes {\n      id\n      name\n    }\n  }\n}"): (typeof documents)["query AuditTrail($filter: AuditFilterInput, $first: Int!, $after: String) {\n  audit(filter: $filter, first: $first, after: $after) {\n    nodes {\n      ...AuditRow\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment AuditRow on AuditEntry {\n  id\n  at\n  action\n  item\n  type\n  site\n  version\n  details\n  by {\n    id\n    name\n  }\n  about {\n    id\n    name\n  }\n  subject {\n    id\n    type\n    title\n    deletedAt\n  }\n}\n\nquery AuditPeople($search: String, $site: String!, $locale: Locale) {\n  people(filter: {search: $search}, first: 20, locale: $locale) {\n    nodes {\n      id\n      name\n    }\n  }\n  peopleToChoose(\n    site: $site\n    right: \"read\"\n    search: $search\n    first: 20\n    locale: $locale\n  ) {\n    nodes {\n      id\n      name\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;