/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type DiscardDraftInput = {
  id: string;
};

/** What a release does with an item. */
export type ReleaseAction =
  | 'PUBLISH'
  | 'UNPUBLISH';

export type RestoreVersionInput = {
  id: string;
  version: number;
};

/** What happened to some words of a text. */
export type WordOperation =
  | 'DELETE'
  | 'EQUAL'
  | 'INSERT';

type Result_AccountResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_AddRedirectResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_ApplicationResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_BalanceResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_CancelUploadResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_CommentResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_CreatePreviewResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_CreateTokenResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_CreateUploadResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_DeleteReleaseResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_EndSessionResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_EndSessionsResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_EnrolmentResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_ItemResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_OutboxEventResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_OverrideResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_PasswordResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_PresenceResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_PublishItemResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_PurgeItemResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_RecoveryCodesResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_ReleaseResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_RemoveRedirectResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_RetryParkedEventsResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_RevokePreviewResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_RevokeTokenResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_SecondFactorOffResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_SendMailAgainResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_TermMoveResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_TransferResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_UploadResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_ViewerResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_WebhookDeliveryResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_WebhookResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

type Result_WebhookSecretResult_Fragment = { refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> };

export type ResultFragment =
  | Result_AccountResult_Fragment
  | Result_AddRedirectResult_Fragment
  | Result_ApplicationResult_Fragment
  | Result_BalanceResult_Fragment
  | Result_CancelUploadResult_Fragment
  | Result_CommentResult_Fragment
  | Result_CreatePreviewResult_Fragment
  | Result_CreateTokenResult_Fragment
  | Result_CreateUploadResult_Fragment
  | Result_DeleteReleaseResult_Fragment
  | Result_EndSessionResult_Fragment
  | Result_EndSessionsResult_Fragment
  | Result_EnrolmentResult_Fragment
  | Result_ItemResult_Fragment
  | Result_OutboxEventResult_Fragment
  | Result_OverrideResult_Fragment
  | Result_PasswordResult_Fragment
  | Result_PresenceResult_Fragment
  | Result_PublishItemResult_Fragment
  | Result_PurgeItemResult_Fragment
  | Result_RecoveryCodesResult_Fragment
  | Result_ReleaseResult_Fragment
  | Result_RemoveRedirectResult_Fragment
  | Result_RetryParkedEventsResult_Fragment
  | Result_RevokePreviewResult_Fragment
  | Result_RevokeTokenResult_Fragment
  | Result_SecondFactorOffResult_Fragment
  | Result_SendMailAgainResult_Fragment
  | Result_TermMoveResult_Fragment
  | Result_TransferResult_Fragment
  | Result_UploadResult_Fragment
  | Result_ViewerResult_Fragment
  | Result_WebhookDeliveryResult_Fragment
  | Result_WebhookResult_Fragment
  | Result_WebhookSecretResult_Fragment
;

export type VersionsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type VersionsQuery = { item: { id: string, version: number, versions: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ version: number, action: string, at: string, beganAt: string | null, writes: number, by: { id: string, name: string | null } | null }> } } | null };

export type DifferencesQueryVariables = Exact<{
  id: string;
  from: number;
  to: number;
}>;


export type DifferencesQuery = { differences: Array<{ at: string, locale: string | null, before: unknown, after: unknown, words: Array<{ operation: WordOperation, text: string }> }> | null, before: { version: number, data: unknown } | null, after: { version: number, data: unknown } | null };

export type RestoreVersionMutationVariables = Exact<{
  input: RestoreVersionInput;
}>;


export type RestoreVersionMutation = { result: { item: { id: string, type: string, site: string, shared: Array<string>, version: number, data: unknown, title: string, rights: Array<string>, deletedAt: string | null, writtenIn: Array<string>, slugs: Array<{ locale: string, slug: string }>, deletedBy: { name: string | null } | null, states: Array<{ locale: string, state: string, liveVersion: number | null, publishedAt: string | null, effective: string | null, scheduledVersion: number | null, goesAlong: Array<string>, expires: string | null, isChanged: boolean, isSentBack: boolean, allowedTransitions: Array<string>, submittedBy: { name: string | null } | null, planned: { action: ReleaseAction, at: string, release: string } | null }> } | null, refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> } };

export type DiscardDraftMutationVariables = Exact<{
  input: DiscardDraftInput;
}>;


export type DiscardDraftMutation = { result: { item: { id: string, type: string, site: string, shared: Array<string>, version: number, data: unknown, title: string, rights: Array<string>, deletedAt: string | null, writtenIn: Array<string>, slugs: Array<{ locale: string, slug: string }>, deletedBy: { name: string | null } | null, states: Array<{ locale: string, state: string, liveVersion: number | null, publishedAt: string | null, effective: string | null, scheduledVersion: number | null, goesAlong: Array<string>, expires: string | null, isChanged: boolean, isSentBack: boolean, allowedTransitions: Array<string>, submittedBy: { name: string | null } | null, planned: { action: ReleaseAction, at: string, release: string } | null }> } | null, refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> } };

export type RestoredItemFragment = { id: string, type: string, site: string, shared: Array<string>, version: number, data: unknown, title: string, rights: Array<string>, deletedAt: string | null, writtenIn: Array<string>, slugs: Array<{ locale: string, slug: string }>, deletedBy: { name: string | null } | null, states: Array<{ locale: string, state: string, liveVersion: number | null, publishedAt: string | null, effective: string | null, scheduledVersion: number | null, goesAlong: Array<string>, expires: string | null, isChanged: boolean, isSentBack: boolean, allowedTransitions: Array<string>, submittedBy: { name: string | null } | null, planned: { action: ReleaseAction, at: string, release: string } | null }> };

export type ReferredQueryVariables = Exact<{
  id: string;
}>;


export type ReferredQuery = { item: { id: string, title: string } | null };

export const ResultFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<ResultFragment, unknown>;
export const RestoredItemFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RestoredItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Item"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"shared"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"slugs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rights"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"liveVersion"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledVersion"}},{"kind":"Field","name":{"kind":"Name","value":"goesAlong"}},{"kind":"Field","name":{"kind":"Name","value":"expires"}},{"kind":"Field","name":{"kind":"Name","value":"isChanged"}},{"kind":"Field","name":{"kind":"Name","value":"isSentBack"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"planned"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"release"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"writtenIn"}}]}}]} as unknown as DocumentNode<RestoredItemFragment, unknown>;
export const VersionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Versions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"beganAt"}},{"kind":"Field","name":{"kind":"Name","value":"writes"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<VersionsQuery, VersionsQueryVariables>;
export const DifferencesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Differences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"differences"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}},{"kind":"Field","name":{"kind":"Name","value":"words"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"before"},"name":{"kind":"Name","value":"itemVersion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"data"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"after"},"name":{"kind":"Name","value":"itemVersion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"data"}}]}}]}}]} as unknown as DocumentNode<DifferencesQuery, DifferencesQueryVariables>;
export const RestoreVersionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreVersion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestoreVersionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"restoreVersion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RestoredItem"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Result"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RestoredItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Item"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"shared"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"slugs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rights"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"liveVersion"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledVersion"}},{"kind":"Field","name":{"kind":"Name","value":"goesAlong"}},{"kind":"Field","name":{"kind":"Name","value":"expires"}},{"kind":"Field","name":{"kind":"Name","value":"isChanged"}},{"kind":"Field","name":{"kind":"Name","value":"isSentBack"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"planned"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"release"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"writtenIn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<RestoreVersionMutation, RestoreVersionMutationVariables>;
export const DiscardDraftDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DiscardDraft"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DiscardDraftInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"discardDraft"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RestoredItem"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Result"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RestoredItem"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Item"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"shared"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"slugs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rights"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"liveVersion"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledVersion"}},{"kind":"Field","name":{"kind":"Name","value":"goesAlong"}},{"kind":"Field","name":{"kind":"Name","value":"expires"}},{"kind":"Field","name":{"kind":"Name","value":"isChanged"}},{"kind":"Field","name":{"kind":"Name","value":"isSentBack"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"planned"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"release"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"writtenIn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<DiscardDraftMutation, DiscardDraftMutationVariables>;
export const ReferredDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Referred"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<ReferredQuery, ReferredQueryVariables>;