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
    "query Transfers($first: Int!, $after: String) {\n  transfers(first: $first, after: $after) {\n    nodes {\n      ...Transfer\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery TransferReport($id: ID!) {\n  transfer(id: $id) {\n    id\n    report {\n      entries {\n        id\n        type\n        title\n        verdict\n        fields\n        problems {\n          field\n          locale\n          code\n          message\n        }\n      }\n    }\n  }\n}\n\nmutation ExportSite($input: ExportSiteInput!) {\n  result: exportSite(input: $input) {\n    transfer {\n      ...Transfer\n    }\n    ...Result\n  }\n}\n\nmutation ImportSite($input: ImportSiteInput!) {\n  result: importSite(input: $input) {\n    transfer {\n      ...Transfer\n    }\n    ...Result\n  }\n}\n\nmutation ArchiveTicket($input: CreateUploadInput!) {\n  result: createUpload(input: $input) {\n    upload {\n      id\n      method\n      headers {\n        name\n        value\n      }\n      parts {\n        number\n        offset\n        byteSize\n        url\n        isThere\n      }\n    }\n    ...Result\n  }\n}\n\nfragment Transfer on Transfer {\n  id\n  kind\n  site\n  state\n  stage\n  step\n  total\n  dryRun\n  onConflict\n  upload\n  by {\n    id\n    name\n  }\n  createdAt\n  finishedAt\n  expiresAt\n  byteSize\n  downloadPath\n  report {\n    isDone\n    files\n    counts {\n      new\n      changed\n      same\n      kept\n      refused\n    }\n  }\n  problems {\n    field\n    code\n    message\n  }\n}": typeof types.TransfersDocument,
};
const documents: Documents = {
    "fragment Result on MutationResult {\n  refusal {\n    code\n    message\n  }\n  problems {\n    field\n    locale\n    code\n    message\n    item\n  }\n}": types.ResultFragmentDoc,
    "query Transfers($first: Int!, $after: String) {\n  transfers(first: $first, after: $after) {\n    nodes {\n      ...Transfer\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery TransferReport($id: ID!) {\n  transfer(id: $id) {\n    id\n    report {\n      entries {\n        id\n        type\n        title\n        verdict\n        fields\n        problems {\n          field\n          locale\n          code\n          message\n        }\n      }\n    }\n  }\n}\n\nmutation ExportSite($input: ExportSiteInput!) {\n  result: exportSite(input: $input) {\n    transfer {\n      ...Transfer\n    }\n    ...Result\n  }\n}\n\nmutation ImportSite($input: ImportSiteInput!) {\n  result: importSite(input: $input) {\n    transfer {\n      ...Transfer\n    }\n    ...Result\n  }\n}\n\nmutation ArchiveTicket($input: CreateUploadInput!) {\n  result: createUpload(input: $input) {\n    upload {\n      id\n      method\n      headers {\n        name\n        value\n      }\n      parts {\n        number\n        offset\n        byteSize\n        url\n        isThere\n      }\n    }\n    ...Result\n  }\n}\n\nfragment Transfer on Transfer {\n  id\n  kind\n  site\n  state\n  stage\n  step\n  total\n  dryRun\n  onConflict\n  upload\n  by {\n    id\n    name\n  }\n  createdAt\n  finishedAt\n  expiresAt\n  byteSize\n  downloadPath\n  report {\n    isDone\n    files\n    counts {\n      new\n      changed\n      same\n      kept\n      refused\n    }\n  }\n  problems {\n    field\n    code\n    message\n  }\n}": types.TransfersDocument,
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
export function graphql(source: "query Transfers($first: Int!, $after: String) {\n  transfers(first: $first, after: $after) {\n    nodes {\n      ...Transfer\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery TransferReport($id: ID!) {\n  transfer(id: $id) {\n    id\n    report {\n      entries {\n        id\n        type\n        title\n        verdict\n        fields\n        problems {\n          field\n          locale\n          code\n          message\n        }\n      }\n    }\n  }\n}\n\nmutation ExportSite($input: ExportSiteInput!) {\n  result: exportSite(input: $input) {\n    transfer {\n      ...Transfer\n    }\n    ...Result\n  }\n}\n\nmutation ImportSite($input: ImportSiteInput!) {\n  result: importSite(input: $input) {\n    transfer {\n      ...Transfer\n    }\n    ...Result\n  }\n}\n\nmutation ArchiveTicket($input: CreateUploadInput!) {\n  result: createUpload(input: $input) {\n    upload {\n      id\n      method\n      headers {\n        name\n        value\n      }\n      parts {\n        number\n        offset\n        byteSize\n        url\n        isThere\n      }\n    }\n    ...Result\n  }\n}\n\nfragment Transfer on Transfer {\n  id\n  kind\n  site\n  state\n  stage\n  step\n  total\n  dryRun\n  onConflict\n  upload\n  by {\n    id\n    name\n  }\n  createdAt\n  finishedAt\n  expiresAt\n  byteSize\n  downloadPath\n  report {\n    isDone\n    files\n    counts {\n      new\n      changed\n      same\n      kept\n      refused\n    }\n  }\n  problems {\n    field\n    code\n    message\n  }\n}"): (typeof documents)["query Transfers($first: Int!, $after: String) {\n  transfers(first: $first, after: $after) {\n    nodes {\n      ...Transfer\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery TransferReport($id: ID!) {\n  transfer(id: $id) {\n    id\n    report {\n      entries {\n        id\n        type\n        title\n        verdict\n        fields\n        problems {\n          field\n          locale\n          code\n          message\n        }\n      }\n    }\n  }\n}\n\nmutation ExportSite($input: ExportSiteInput!) {\n  result: exportSite(input: $input) {\n    transfer {\n      ...Transfer\n    }\n    ...Result\n  }\n}\n\nmutation ImportSite($input: ImportSiteInput!) {\n  result: importSite(input: $input) {\n    transfer {\n      ...Transfer\n    }\n    ...Result\n  }\n}\n\nmutation ArchiveTicket($input: CreateUploadInput!) {\n  result: createUpload(input: $input) {\n    upload {\n      id\n      method\n      headers {\n        name\n        value\n      }\n      parts {\n        number\n        offset\n        byteSize\n        url\n        isThere\n      }\n    }\n    ...Result\n  }\n}\n\nfragment Transfer on Transfer {\n  id\n  kind\n  site\n  state\n  stage\n  step\n  total\n  dryRun\n  onConflict\n  upload\n  by {\n    id\n    name\n  }\n  createdAt\n  finishedAt\n  expiresAt\n  byteSize\n  downloadPath\n  report {\n    isDone\n    files\n    counts {\n      new\n      changed\n      same\n      kept\n      refused\n    }\n  }\n  problems {\n    field\n    code\n    message\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;