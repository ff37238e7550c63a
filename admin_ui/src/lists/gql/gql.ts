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
    "fragment ListedItem on Item {\n  id\n  type\n  title(locale: $locale)\n  site\n  shared\n  version\n  rights\n  modifiedAt\n  modifiedBy {\n    id\n    name\n  }\n  values(of: $values)\n  missing @include(if: $withMissing)\n  states {\n    locale\n    state\n    liveVersion\n    isChanged\n    isSentBack\n    effective\n    expires\n    planned {\n      action\n      at\n    }\n    allowedTransitions\n  }\n}\n\nquery ItemList($filter: ItemFilterInput!, $sort: ItemSort!, $first: Int!, $after: String, $locale: Locale, $values: [String!]!, $withMissing: Boolean!, $withCount: Boolean!) {\n  items(\n    filter: $filter\n    sort: $sort\n    first: $first\n    after: $after\n    locale: $locale\n  ) {\n    nodes {\n      ...ListedItem\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount @include(if: $withCount)\n    totalCountIsExact @include(if: $withCount)\n  }\n}\n\nquery ListedAgain($id: ID!, $locale: Locale, $values: [String!]!, $withMissing: Boolean!) {\n  item(id: $id) {\n    ...ListedItem\n    deletedAt\n  }\n}": typeof types.ListedItemFragmentDoc,
};
const documents: Documents = {
    "fragment ListedItem on Item {\n  id\n  type\n  title(locale: $locale)\n  site\n  shared\n  version\n  rights\n  modifiedAt\n  modifiedBy {\n    id\n    name\n  }\n  values(of: $values)\n  missing @include(if: $withMissing)\n  states {\n    locale\n    state\n    liveVersion\n    isChanged\n    isSentBack\n    effective\n    expires\n    planned {\n      action\n      at\n    }\n    allowedTransitions\n  }\n}\n\nquery ItemList($filter: ItemFilterInput!, $sort: ItemSort!, $first: Int!, $after: String, $locale: Locale, $values: [String!]!, $withMissing: Boolean!, $withCount: Boolean!) {\n  items(\n    filter: $filter\n    sort: $sort\n    first: $first\n    after: $after\n    locale: $locale\n  ) {\n    nodes {\n      ...ListedItem\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount @include(if: $withCount)\n    totalCountIsExact @include(if: $withCount)\n  }\n}\n\nquery ListedAgain($id: ID!, $locale: Locale, $values: [String!]!, $withMissing: Boolean!) {\n  item(id: $id) {\n    ...ListedItem\n    deletedAt\n  }\n}": types.ListedItemFragmentDoc,
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
export function graphql(source: "fragment ListedItem on Item {\n  id\n  type\n  title(locale: $locale)\n  site\n  shared\n  version\n  rights\n  modifiedAt\n  modifiedBy {\n    id\n    name\n  }\n  values(of: $values)\n  missing @include(if: $withMissing)\n  states {\n    locale\n    state\n    liveVersion\n    isChanged\n    isSentBack\n    effective\n    expires\n    planned {\n      action\n      at\n    }\n    allowedTransitions\n  }\n}\n\nquery ItemList($filter: ItemFilterInput!, $sort: ItemSort!, $first: Int!, $after: String, $locale: Locale, $values: [String!]!, $withMissing: Boolean!, $withCount: Boolean!) {\n  items(\n    filter: $filter\n    sort: $sort\n    first: $first\n    after: $after\n    locale: $locale\n  ) {\n    nodes {\n      ...ListedItem\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount @include(if: $withCount)\n    totalCountIsExact @include(if: $withCount)\n  }\n}\n\nquery ListedAgain($id: ID!, $locale: Locale, $values: [String!]!, $withMissing: Boolean!) {\n  item(id: $id) {\n    ...ListedItem\n    deletedAt\n  }\n}"): (typeof documents)["fragment ListedItem on Item {\n  id\n  type\n  title(locale: $locale)\n  site\n  shared\n  version\n  rights\n  modifiedAt\n  modifiedBy {\n    id\n    name\n  }\n  values(of: $values)\n  missing @include(if: $withMissing)\n  states {\n    locale\n    state\n    liveVersion\n    isChanged\n    isSentBack\n    effective\n    expires\n    planned {\n      action\n      at\n    }\n    allowedTransitions\n  }\n}\n\nquery ItemList($filter: ItemFilterInput!, $sort: ItemSort!, $first: Int!, $after: String, $locale: Locale, $values: [String!]!, $withMissing: Boolean!, $withCount: Boolean!) {\n  items(\n    filter: $filter\n    sort: $sort\n    first: $first\n    after: $after\n    locale: $locale\n  ) {\n    nodes {\n      ...ListedItem\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount @include(if: $withCount)\n    totalCountIsExact @include(if: $withCount)\n  }\n}\n\nquery ListedAgain($id: ID!, $locale: Locale, $values: [String!]!, $withMissing: Boolean!) {\n  item(id: $id) {\n    ...ListedItem\n    deletedAt\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;