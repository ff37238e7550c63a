/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type ItemFilterInput = {
  dayFrom?: string | null | undefined;
  dayUntil?: string | null | undefined;
  facets?: Array<string> | null | undefined;
  isScheduled?: boolean;
  locale?: string | null | undefined;
  modifiedBy?: string | null | undefined;
  search?: string | null | undefined;
  site?: string | null | undefined;
  state?: State | null | undefined;
  type?: string | null | undefined;
};

export type State =
  | 'ARCHIVED'
  | 'PENDING'
  | 'PRIVATE'
  | 'PUBLISHED';

export type ItemsToSelectQueryVariables = Exact<{
  filter: ItemFilterInput;
}>;


export type ItemsToSelectQuery = { items: { nodes: Array<{ id: string, title: string, type: string, site: string }> }, contentTypes: Array<{ name: string, hasSlug: boolean, isLibrary: boolean }> };

export type SelectedItemQueryVariables = Exact<{
  id: string;
}>;


export type SelectedItemQuery = { item: { id: string, title: string, type: string, site: string } | null };

export type SelectedItemFragment = { id: string, title: string, type: string, site: string };

export const SelectedItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SelectedItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Item"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}}]}}]} as unknown as DocumentNode<SelectedItemFragment, unknown>;
export const ItemsToSelectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ItemsToSelect"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ItemFilterInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SelectedItem"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"contentTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"hasSlug"}},{"kind":"Field","name":{"kind":"Name","value":"isLibrary"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SelectedItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Item"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}}]}}]} as unknown as DocumentNode<ItemsToSelectQuery, ItemsToSelectQueryVariables>;
export const SelectedItemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SelectedItem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SelectedItem"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SelectedItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Item"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}}]}}]} as unknown as DocumentNode<SelectedItemQuery, SelectedItemQueryVariables>;