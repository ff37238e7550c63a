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
    "query EditedItem($id: ID!) {\n  item(id: $id) {\n    ...Edited\n  }\n}\n\nfragment Edited on Item {\n  id\n  type\n  site\n  shared\n  version\n  data\n  title\n  slugs {\n    locale\n    slug\n  }\n  rights\n  deletedAt\n  deletedBy {\n    name\n  }\n  states {\n    ...Standing\n  }\n  writtenIn\n}\n\nquery EditorSites {\n  items(filter: {type: \"Site\"}, first: 100) {\n    nodes {\n      id\n      data\n    }\n  }\n}\n\nquery PresentVersion($id: ID!) {\n  item(id: $id) {\n    id\n    version\n    deletedAt\n    rights\n    modifiedBy {\n      id\n      name\n    }\n  }\n}\n\nfragment Standing on LocaleState {\n  locale\n  state\n  liveVersion\n  publishedAt\n  effective\n  scheduledVersion\n  goesAlong\n  expires\n  isChanged\n  isSentBack\n  allowedTransitions\n  submittedBy {\n    name\n  }\n  planned {\n    action\n    at\n    release\n  }\n}\n\nmutation SaveItem($input: UpdateItemInput!) {\n  updateItem(input: $input) {\n    item {\n      ...Edited\n    }\n    ...Result\n    conflict {\n      version\n      clashes {\n        at\n        locale\n        base\n        theirs\n        yours\n      }\n    }\n  }\n}\n\nquery ItemProblems($id: ID!, $locale: Locale!) {\n  item(id: $id) {\n    id\n    problems(locale: $locale) {\n      field\n      locale\n      code\n      message\n    }\n  }\n}": typeof types.EditedItemDocument,
};
const documents: Documents = {
    "fragment Result on MutationResult {\n  refusal {\n    code\n    message\n  }\n  problems {\n    field\n    locale\n    code\n    message\n    item\n  }\n}": types.ResultFragmentDoc,
    "query EditedItem($id: ID!) {\n  item(id: $id) {\n    ...Edited\n  }\n}\n\nfragment Edited on Item {\n  id\n  type\n  site\n  shared\n  version\n  data\n  title\n  slugs {\n    locale\n    slug\n  }\n  rights\n  deletedAt\n  deletedBy {\n    name\n  }\n  states {\n    ...Standing\n  }\n  writtenIn\n}\n\nquery EditorSites {\n  items(filter: {type: \"Site\"}, first: 100) {\n    nodes {\n      id\n      data\n    }\n  }\n}\n\nquery PresentVersion($id: ID!) {\n  item(id: $id) {\n    id\n    version\n    deletedAt\n    rights\n    modifiedBy {\n      id\n      name\n    }\n  }\n}\n\nfragment Standing on LocaleState {\n  locale\n  state\n  liveVersion\n  publishedAt\n  effective\n  scheduledVersion\n  goesAlong\n  expires\n  isChanged\n  isSentBack\n  allowedTransitions\n  submittedBy {\n    name\n  }\n  planned {\n    action\n    at\n    release\n  }\n}\n\nmutation SaveItem($input: UpdateItemInput!) {\n  updateItem(input: $input) {\n    item {\n      ...Edited\n    }\n    ...Result\n    conflict {\n      version\n      clashes {\n        at\n        locale\n        base\n        theirs\n        yours\n      }\n    }\n  }\n}\n\nquery ItemProblems($id: ID!, $locale: Locale!) {\n  item(id: $id) {\n    id\n    problems(locale: $locale) {\n      field\n      locale\n      code\n      message\n    }\n  }\n}": types.EditedItemDocument,
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
export function graphql(source: "query EditedItem($id: ID!) {\n  item(id: $id) {\n    ...Edited\n  }\n}\n\nfragment Edited on Item {\n  id\n  type\n  site\n  shared\n  version\n  data\n  title\n  slugs {\n    locale\n    slug\n  }\n  rights\n  deletedAt\n  deletedBy {\n    name\n  }\n  states {\n    ...Standing\n  }\n  writtenIn\n}\n\nquery EditorSites {\n  items(filter: {type: \"Site\"}, first: 100) {\n    nodes {\n      id\n      data\n    }\n  }\n}\n\nquery PresentVersion($id: ID!) {\n  item(id: $id) {\n    id\n    version\n    deletedAt\n    rights\n    modifiedBy {\n      id\n      name\n    }\n  }\n}\n\nfragment Standing on LocaleState {\n  locale\n  state\n  liveVersion\n  publishedAt\n  effective\n  scheduledVersion\n  goesAlong\n  expires\n  isChanged\n  isSentBack\n  allowedTransitions\n  submittedBy {\n    name\n  }\n  planned {\n    action\n    at\n    release\n  }\n}\n\nmutation SaveItem($input: UpdateItemInput!) {\n  updateItem(input: $input) {\n    item {\n      ...Edited\n    }\n    ...Result\n    conflict {\n      version\n      clashes {\n        at\n        locale\n        base\n        theirs\n        yours\n      }\n    }\n  }\n}\n\nquery ItemProblems($id: ID!, $locale: Locale!) {\n  item(id: $id) {\n    id\n    problems(locale: $locale) {\n      field\n      locale\n      code\n      message\n    }\n  }\n}"): (typeof documents)["query EditedItem($id: ID!) {\n  item(id: $id) {\n    ...Edited\n  }\n}\n\nfragment Edited on Item {\n  id\n  type\n  site\n  shared\n  version\n  data\n  title\n  slugs {\n    locale\n    slug\n  }\n  rights\n  deletedAt\n  deletedBy {\n    name\n  }\n  states {\n    ...Standing\n  }\n  writtenIn\n}\n\nquery EditorSites {\n  items(filter: {type: \"Site\"}, first: 100) {\n    nodes {\n      id\n      data\n    }\n  }\n}\n\nquery PresentVersion($id: ID!) {\n  item(id: $id) {\n    id\n    version\n    deletedAt\n    rights\n    modifiedBy {\n      id\n      name\n    }\n  }\n}\n\nfragment Standing on LocaleState {\n  locale\n  state\n  liveVersion\n  publishedAt\n  effective\n  scheduledVersion\n  goesAlong\n  expires\n  isChanged\n  isSentBack\n  allowedTransitions\n  submittedBy {\n    name\n  }\n  planned {\n    action\n    at\n    release\n  }\n}\n\nmutation SaveItem($input: UpdateItemInput!) {\n  updateItem(input: $input) {\n    item {\n      ...Edited\n    }\n    ...Result\n    conflict {\n      version\n      clashes {\n        at\n        locale\n        base\n        theirs\n        yours\n      }\n    }\n  }\n}\n\nquery ItemProblems($id: ID!, $locale: Locale!) {\n  item(id: $id) {\n    id\n    problems(locale: $locale) {\n      field\n      locale\n      code\n      message\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;