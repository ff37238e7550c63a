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
    "query Forms {\n  contentTypes {\n    name\n    hasSlug\n    slugDate\n    isLibrary\n    titleField\n    fields {\n      ...FieldParts\n    }\n    parts {\n      name\n      fields {\n        ...FieldParts\n      }\n    }\n  }\n}\n\nfragment FieldParts on FieldDescription {\n  name\n  kind\n  required\n  localized\n  fallback\n  group\n  help\n  options {\n    value\n    labels {\n      locale\n      text\n    }\n  }\n  limits {\n    name\n    value\n  }\n  switches\n  parts {\n    kind\n    part\n  }\n  target\n  vocabulary\n}\n\nmutation CreateItem($input: CreateItemInput!) {\n  createItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nfragment Card on Item {\n  id\n  title\n  type\n  site\n  pictureUrl(width: 96)\n  values(of: [\"acronym\", \"country\"])\n  lastAppearance {\n    role(locale: $locale)\n    organisationName\n    organisation {\n      id\n      title(locale: $locale)\n    }\n    source {\n      title(locale: $locale)\n    }\n  }\n}\n\nquery ChooseItems($filter: ItemFilterInput!, $own: ItemFilterInput!, $locale: Locale) {\n  own: items(filter: $own, first: 12) {\n    nodes {\n      ...Card\n    }\n  }\n  items(filter: $filter, first: 12) {\n    nodes {\n      ...Card\n    }\n  }\n}\n\nquery Cards($ids: [ID!]!, $locale: Locale) {\n  itemsById(ids: $ids) {\n    ...Card\n  }\n}\n\nquery Terms($filter: ItemFilterInput!) {\n  items(filter: $filter, first: 100) {\n    nodes {\n      id\n      data\n    }\n  }\n}\n\nquery Namesakes($people: [String!]!, $organisations: [String!]!, $locale: Locale) {\n  people: itemsNamed(type: \"Person\", names: $people) {\n    name\n    items {\n      ...Card\n    }\n  }\n  organisations: itemsNamed(type: \"Organisation\", names: $organisations) {\n    name\n    items {\n      ...Card\n    }\n  }\n}": typeof types.FormsDocument,
};
const documents: Documents = {
    "fragment Result on MutationResult {\n  refusal {\n    code\n    message\n  }\n  problems {\n    field\n    locale\n    code\n    message\n    item\n  }\n}": types.ResultFragmentDoc,
    "query Forms {\n  contentTypes {\n    name\n    hasSlug\n    slugDate\n    isLibrary\n    titleField\n    fields {\n      ...FieldParts\n    }\n    parts {\n      name\n      fields {\n        ...FieldParts\n      }\n    }\n  }\n}\n\nfragment FieldParts on FieldDescription {\n  name\n  kind\n  required\n  localized\n  fallback\n  group\n  help\n  options {\n    value\n    labels {\n      locale\n      text\n    }\n  }\n  limits {\n    name\n    value\n  }\n  switches\n  parts {\n    kind\n    part\n  }\n  target\n  vocabulary\n}\n\nmutation CreateItem($input: CreateItemInput!) {\n  createItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nfragment Card on Item {\n  id\n  title\n  type\n  site\n  pictureUrl(width: 96)\n  values(of: [\"acronym\", \"country\"])\n  lastAppearance {\n    role(locale: $locale)\n    organisationName\n    organisation {\n      id\n      title(locale: $locale)\n    }\n    source {\n      title(locale: $locale)\n    }\n  }\n}\n\nquery ChooseItems($filter: ItemFilterInput!, $own: ItemFilterInput!, $locale: Locale) {\n  own: items(filter: $own, first: 12) {\n    nodes {\n      ...Card\n    }\n  }\n  items(filter: $filter, first: 12) {\n    nodes {\n      ...Card\n    }\n  }\n}\n\nquery Cards($ids: [ID!]!, $locale: Locale) {\n  itemsById(ids: $ids) {\n    ...Card\n  }\n}\n\nquery Terms($filter: ItemFilterInput!) {\n  items(filter: $filter, first: 100) {\n    nodes {\n      id\n      data\n    }\n  }\n}\n\nquery Namesakes($people: [String!]!, $organisations: [String!]!, $locale: Locale) {\n  people: itemsNamed(type: \"Person\", names: $people) {\n    name\n    items {\n      ...Card\n    }\n  }\n  organisations: itemsNamed(type: \"Organisation\", names: $organisations) {\n    name\n    items {\n      ...Card\n    }\n  }\n}": types.FormsDocument,
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
export function graphql(source: "query Forms {\n  contentTypes {\n    name\n    hasSlug\n    slugDate\n    isLibrary\n    titleField\n    fields {\n      ...FieldParts\n    }\n    parts {\n      name\n      fields {\n        ...FieldParts\n      }\n    }\n  }\n}\n\nfragment FieldParts on FieldDescription {\n  name\n  kind\n  required\n  localized\n  fallback\n  group\n  help\n  options {\n    value\n    labels {\n      locale\n      text\n    }\n  }\n  limits {\n    name\n    value\n  }\n  switches\n  parts {\n    kind\n    part\n  }\n  target\n  vocabulary\n}\n\nmutation CreateItem($input: CreateItemInput!) {\n  createItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nfragment Card on Item {\n  id\n  title\n  type\n  site\n  pictureUrl(width: 96)\n  values(of: [\"acronym\", \"country\"])\n  lastAppearance {\n    role(locale: $locale)\n    organisationName\n    organisation {\n      id\n      title(locale: $locale)\n    }\n    source {\n      title(locale: $locale)\n    }\n  }\n}\n\nquery ChooseItems($filter: ItemFilterInput!, $own: ItemFilterInput!, $locale: Locale) {\n  own: items(filter: $own, first: 12) {\n    nodes {\n      ...Card\n    }\n  }\n  items(filter: $filter, first: 12) {\n    nodes {\n      ...Card\n    }\n  }\n}\n\nquery Cards($ids: [ID!]!, $locale: Locale) {\n  itemsById(ids: $ids) {\n    ...Card\n  }\n}\n\nquery Terms($filter: ItemFilterInput!) {\n  items(filter: $filter, first: 100) {\n    nodes {\n      id\n      data\n    }\n  }\n}\n\nquery Namesakes($people: [String!]!, $organisations: [String!]!, $locale: Locale) {\n  people: itemsNamed(type: \"Person\", names: $people) {\n    name\n    items {\n      ...Card\n    }\n  }\n  organisations: itemsNamed(type: \"Organisation\", names: $organisations) {\n    name\n    items {\n      ...Card\n    }\n  }\n}"): (typeof documents)["query Forms {\n  contentTypes {\n    name\n    hasSlug\n    slugDate\n    isLibrary\n    titleField\n    fields {\n      ...FieldParts\n    }\n    parts {\n      name\n      fields {\n        ...FieldParts\n      }\n    }\n  }\n}\n\nfragment FieldParts on FieldDescription {\n  name\n  kind\n  required\n  localized\n  fallback\n  group\n  help\n  options {\n    value\n    labels {\n      locale\n      text\n    }\n  }\n  limits {\n    name\n    value\n  }\n  switches\n  parts {\n    kind\n    part\n  }\n  target\n  vocabulary\n}\n\nmutation CreateItem($input: CreateItemInput!) {\n  createItem(input: $input) {\n    item {\n      id\n    }\n    ...Result\n  }\n}\n\nfragment Card on Item {\n  id\n  title\n  type\n  site\n  pictureUrl(width: 96)\n  values(of: [\"acronym\", \"country\"])\n  lastAppearance {\n    role(locale: $locale)\n    organisationName\n    organisation {\n      id\n      title(locale: $locale)\n    }\n    source {\n      title(locale: $locale)\n    }\n  }\n}\n\nquery ChooseItems($filter: ItemFilterInput!, $own: ItemFilterInput!, $locale: Locale) {\n  own: items(filter: $own, first: 12) {\n    nodes {\n      ...Card\n    }\n  }\n  items(filter: $filter, first: 12) {\n    nodes {\n      ...Card\n    }\n  }\n}\n\nquery Cards($ids: [ID!]!, $locale: Locale) {\n  itemsById(ids: $ids) {\n    ...Card\n  }\n}\n\nquery Terms($filter: ItemFilterInput!) {\n  items(filter: $filter, first: 100) {\n    nodes {\n      id\n      data\n    }\n  }\n}\n\nquery Namesakes($people: [String!]!, $organisations: [String!]!, $locale: Locale) {\n  people: itemsNamed(type: \"Person\", names: $people) {\n    name\n    items {\n      ...Card\n    }\n  }\n  organisations: itemsNamed(type: \"Organisation\", names: $organisations) {\n    name\n    items {\n      ...Card\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;