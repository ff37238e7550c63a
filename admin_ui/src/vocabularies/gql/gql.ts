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
    "query TermUses($vocabulary: String!, $slug: String!) {\n  draft: termUses(vocabulary: $vocabulary, slug: $slug, first: 20) {\n    totalCount\n    nodes {\n      item {\n        id\n        type\n        title\n      }\n    }\n  }\n  live: termUses(vocabulary: $vocabulary, slug: $slug, world: LIVE, first: 20) {\n    totalCount\n    nodes {\n      item {\n        id\n        type\n        title\n      }\n    }\n  }\n}\n\nquery LastTermMove($vocabulary: String!) {\n  termMoves(vocabulary: $vocabulary, first: 1) {\n    nodes {\n      ...TermMove\n    }\n  }\n}\n\nfragment TermMove on TermMove {\n  id\n  from\n  into\n  action\n  state\n  total\n  moved\n}\n\nmutation MergeTerms($input: MergeTermsInput!) {\n  result: mergeTerms(input: $input) {\n    move {\n      ...TermMove\n    }\n    ...Result\n  }\n}\n\nmutation RenameTerm($input: RenameTermInput!) {\n  result: renameTerm(input: $input) {\n    move {\n      ...TermMove\n    }\n    ...Result\n  }\n}": typeof types.TermUsesDocument,
};
const documents: Documents = {
    "fragment Result on MutationResult {\n  refusal {\n    code\n    message\n  }\n  problems {\n    field\n    locale\n    code\n    message\n    item\n  }\n}": types.ResultFragmentDoc,
    "query TermUses($vocabulary: String!, $slug: String!) {\n  draft: termUses(vocabulary: $vocabulary, slug: $slug, first: 20) {\n    totalCount\n    nodes {\n      item {\n        id\n        type\n        title\n      }\n    }\n  }\n  live: termUses(vocabulary: $vocabulary, slug: $slug, world: LIVE, first: 20) {\n    totalCount\n    nodes {\n      item {\n        id\n        type\n        title\n      }\n    }\n  }\n}\n\nquery LastTermMove($vocabulary: String!) {\n  termMoves(vocabulary: $vocabulary, first: 1) {\n    nodes {\n      ...TermMove\n    }\n  }\n}\n\nfragment TermMove on TermMove {\n  id\n  from\n  into\n  action\n  state\n  total\n  moved\n}\n\nmutation MergeTerms($input: MergeTermsInput!) {\n  result: mergeTerms(input: $input) {\n    move {\n      ...TermMove\n    }\n    ...Result\n  }\n}\n\nmutation RenameTerm($input: RenameTermInput!) {\n  result: renameTerm(input: $input) {\n    move {\n      ...TermMove\n    }\n    ...Result\n  }\n}": types.TermUsesDocument,
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
export function graphql(source: "query TermUses($vocabulary: String!, $slug: String!) {\n  draft: termUses(vocabulary: $vocabulary, slug: $slug, first: 20) {\n    totalCount\n    nodes {\n      item {\n        id\n        type\n        title\n      }\n    }\n  }\n  live: termUses(vocabulary: $vocabulary, slug: $slug, world: LIVE, first: 20) {\n    totalCount\n    nodes {\n      item {\n        id\n        type\n        title\n      }\n    }\n  }\n}\n\nquery LastTermMove($vocabulary: String!) {\n  termMoves(vocabulary: $vocabulary, first: 1) {\n    nodes {\n      ...TermMove\n    }\n  }\n}\n\nfragment TermMove on TermMove {\n  id\n  from\n  into\n  action\n  state\n  total\n  moved\n}\n\nmutation MergeTerms($input: MergeTermsInput!) {\n  result: mergeTerms(input: $input) {\n    move {\n      ...TermMove\n    }\n    ...Result\n  }\n}\n\nmutation RenameTerm($input: RenameTermInput!) {\n  result: renameTerm(input: $input) {\n    move {\n      ...TermMove\n    }\n    ...Result\n  }\n}"): (typeof documents)["query TermUses($vocabulary: String!, $slug: String!) {\n  draft: termUses(vocabulary: $vocabulary, slug: $slug, first: 20) {\n    totalCount\n    nodes {\n      item {\n        id\n        type\n        title\n      }\n    }\n  }\n  live: termUses(vocabulary: $vocabulary, slug: $slug, world: LIVE, first: 20) {\n    totalCount\n    nodes {\n      item {\n        id\n        type\n        title\n      }\n    }\n  }\n}\n\nquery LastTermMove($vocabulary: String!) {\n  termMoves(vocabulary: $vocabulary, first: 1) {\n    nodes {\n      ...TermMove\n    }\n  }\n}\n\nfragment TermMove on TermMove {\n  id\n  from\n  into\n  action\n  state\n  total\n  moved\n}\n\nmutation MergeTerms($input: MergeTermsInput!) {\n  result: mergeTerms(input: $input) {\n    move {\n      ...TermMove\n    }\n    ...Result\n  }\n}\n\nmutation RenameTerm($input: RenameTermInput!) {\n  result: renameTerm(input: $input) {\n    move {\n      ...TermMove\n    }\n    ...Result\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;