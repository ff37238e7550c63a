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
    "mutation PublishListed($input: PublishItemInput!) {\n  result: publishItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation UnpublishListed($input: UnpublishItemInput!) {\n  result: unpublishItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ArchiveListed($input: ArchiveItemInput!) {\n  result: archiveItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ReopenListed($input: ReopenItemInput!) {\n  result: reopenItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation SubmitListed($input: SubmitItemInput!) {\n  result: submitItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation WithdrawListed($input: WithdrawItemInput!) {\n  result: withdrawItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation DeleteListed($input: DeleteItemInput!) {\n  result: deleteItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation RestoreListed($input: RestoreItemInput!) {\n  result: restoreItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ShareListed($input: ShareItemInput!) {\n  result: shareItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}": typeof types.PublishListedDocument,
};
const documents: Documents = {
    "fragment Result on MutationResult {\n  refusal {\n    code\n    message\n  }\n  problems {\n    field\n    locale\n    code\n    message\n    item\n  }\n}": types.ResultFragmentDoc,
    "mutation PublishListed($input: PublishItemInput!) {\n  result: publishItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation UnpublishListed($input: UnpublishItemInput!) {\n  result: unpublishItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ArchiveListed($input: ArchiveItemInput!) {\n  result: archiveItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ReopenListed($input: ReopenItemInput!) {\n  result: reopenItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation SubmitListed($input: SubmitItemInput!) {\n  result: submitItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation WithdrawListed($input: WithdrawItemInput!) {\n  result: withdrawItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation DeleteListed($input: DeleteItemInput!) {\n  result: deleteItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation RestoreListed($input: RestoreItemInput!) {\n  result: restoreItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ShareListed($input: ShareItemInput!) {\n  result: shareItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}": types.PublishListedDocument,
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
export function graphql(source: "mutation PublishListed($input: PublishItemInput!) {\n  result: publishItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation UnpublishListed($input: UnpublishItemInput!) {\n  result: unpublishItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ArchiveListed($input: ArchiveItemInput!) {\n  result: archiveItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ReopenListed($input: ReopenItemInput!) {\n  result: reopenItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation SubmitListed($input: SubmitItemInput!) {\n  result: submitItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation WithdrawListed($input: WithdrawItemInput!) {\n  result: withdrawItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation DeleteListed($input: DeleteItemInput!) {\n  result: deleteItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation RestoreListed($input: RestoreItemInput!) {\n  result: restoreItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ShareListed($input: ShareItemInput!) {\n  result: shareItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}"): (typeof documents)["mutation PublishListed($input: PublishItemInput!) {\n  result: publishItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation UnpublishListed($input: UnpublishItemInput!) {\n  result: unpublishItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ArchiveListed($input: ArchiveItemInput!) {\n  result: archiveItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ReopenListed($input: ReopenItemInput!) {\n  result: reopenItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation SubmitListed($input: SubmitItemInput!) {\n  result: submitItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation WithdrawListed($input: WithdrawItemInput!) {\n  result: withdrawItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation DeleteListed($input: DeleteItemInput!) {\n  result: deleteItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation RestoreListed($input: RestoreItemInput!) {\n  result: restoreItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nmutation ShareListed($input: ShareItemInput!) {\n  result: shareItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;