/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a release does with an item. */
export type ReleaseAction =
  | 'PUBLISH'
  | 'UNPUBLISH';

export type SlugInput = {
  locale: string;
  slug: string;
};

export type UpdateItemInput = {
  /** Not asked for by the person: of those within ten minutes with nothing in between the history shows the last, and one that changes nothing makes no version. */
  autosave?: boolean;
  /** The version that the change started from. What others changed since is kept. */
  baseVersion: number;
  /** {field: whole new value}; null empties a field. Of a group of fields, and of what is written in several languages, also within elements that keep their id, only what is named is changed: {title: {en: "…"}} leaves the Czech title as it is, {title: {cs: null}} takes it away. */
  changes: unknown;
  id: string;
  /** Replace those of their languages. */
  slugs?: Array<SlugInput> | null | undefined;
  /** Also a slug that leads to another item, which is refused otherwise. */
  takeRedirects?: boolean;
};

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

export type EditedItemQueryVariables = Exact<{
  id: string;
}>;


export type EditedItemQuery = { item: { id: string, type: string, site: string, shared: Array<string>, version: number, data: unknown, title: string, rights: Array<string>, deletedAt: string | null, writtenIn: Array<string>, slugs: Array<{ locale: string, slug: string }>, deletedBy: { name: string | null } | null, states: Array<{ locale: string, state: string, liveVersion: number | null, publishedAt: string | null, effective: string | null, scheduledVersion: number | null, goesAlong: Array<string>, expires: string | null, isChanged: boolean, isSentBack: boolean, allowedTransitions: Array<string>, submittedBy: { name: string | null } | null, planned: { action: ReleaseAction, at: string, release: string } | null }> } | null };

export type EditedFragment = { id: string, type: string, site: string, shared: Array<string>, version: number, data: unknown, title: string, rights: Array<string>, deletedAt: string | null, writtenIn: Array<string>, slugs: Array<{ locale: string, slug: string }>, deletedBy: { name: string | null } | null, states: Array<{ locale: string, state: string, liveVersion: number | null, publishedAt: string | null, effective: string | null, scheduledVersion: number | null, goesAlong: Array<string>, expires: string | null, isChanged: boolean, isSentBack: boolean, allowedTransitions: Array<string>, submittedBy: { name: string | null } | null, planned: { action: ReleaseAction, at: string, release: string } | null }> };

export type EditorSitesQueryVariables = Exact<{ [key: string]: never; }>;


export type EditorSitesQuery = { items: { nodes: Array<{ id: string, data: unknown }> } };

export type PresentVersionQueryVariables = Exact<{
  id: string;
}>;


export type PresentVersionQuery = { item: { id: string, version: number, deletedAt: string | null, rights: Array<string>, modifiedBy: { id: string, name: string | null } | null } | null };

export type StandingFragment = { locale: string, state: string, liveVersion: number | null, publishedAt: string | null, effective: string | null, scheduledVersion: number | null, goesAlong: Array<string>, expires: string | null, isChanged: boolean, isSentBack: boolean, allowedTransitions: Array<string>, submittedBy: { name: string | null } | null, planned: { action: ReleaseAction, at: string, release: string } | null };

export type SaveItemMutationVariables = Exact<{
  input: UpdateItemInput;
}>;


export type SaveItemMutation = { updateItem: { item: { id: string, type: string, site: string, shared: Array<string>, version: number, data: unknown, title: string, rights: Array<string>, deletedAt: string | null, writtenIn: Array<string>, slugs: Array<{ locale: string, slug: string }>, deletedBy: { name: string | null } | null, states: Array<{ locale: string, state: string, liveVersion: number | null, publishedAt: string | null, effective: string | null, scheduledVersion: number | null, goesAlong: Array<string>, expires: string | null, isChanged: boolean, isSentBack: boolean, allowedTransitions: Array<string>, submittedBy: { name: string | null } | null, planned: { action: ReleaseAction, at: string, release: string } | null }> } | null, conflict: { version: number | null, clashes: Array<{ at: string, locale: string | null, base: unknown, theirs: unknown, yours: unknown }> } | null, refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> } };

export type ItemProblemsQueryVariables = Exact<{
  id: string;
  locale: string;
}>;


export type ItemProblemsQuery = { item: { id: string, problems: Array<{ field: string, locale: string | null, code: string, message: string }> } | null };

export const ResultFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<ResultFragment, unknown>;
export const StandingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocaleState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"liveVersion"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledVersion"}},{"kind":"Field","name":{"kind":"Name","value":"goesAlong"}},{"kind":"Field","name":{"kind":"Name","value":"expires"}},{"kind":"Field","name":{"kind":"Name","value":"isChanged"}},{"kind":"Field","name":{"kind":"Name","value":"isSentBack"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"planned"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"release"}}]}}]}}]} as unknown as DocumentNode<StandingFragment, unknown>;
export const EditedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Edited"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Item"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"shared"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"slugs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rights"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}},{"kind":"Field","name":{"kind":"Name","value":"writtenIn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocaleState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"liveVersion"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledVersion"}},{"kind":"Field","name":{"kind":"Name","value":"goesAlong"}},{"kind":"Field","name":{"kind":"Name","value":"expires"}},{"kind":"Field","name":{"kind":"Name","value":"isChanged"}},{"kind":"Field","name":{"kind":"Name","value":"isSentBack"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"planned"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"release"}}]}}]}}]} as unknown as DocumentNode<EditedFragment, unknown>;
export const EditedItemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EditedItem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Edited"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocaleState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"liveVersion"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledVersion"}},{"kind":"Field","name":{"kind":"Name","value":"goesAlong"}},{"kind":"Field","name":{"kind":"Name","value":"expires"}},{"kind":"Field","name":{"kind":"Name","value":"isChanged"}},{"kind":"Field","name":{"kind":"Name","value":"isSentBack"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"planned"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"release"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Edited"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Item"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"shared"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"slugs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rights"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}},{"kind":"Field","name":{"kind":"Name","value":"writtenIn"}}]}}]} as unknown as DocumentNode<EditedItemQuery, EditedItemQueryVariables>;
export const EditorSitesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EditorSites"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"type"},"value":{"kind":"StringValue","value":"Site","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"data"}}]}}]}}]}}]} as unknown as DocumentNode<EditorSitesQuery, EditorSitesQueryVariables>;
export const PresentVersionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PresentVersion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rights"}},{"kind":"Field","name":{"kind":"Name","value":"modifiedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<PresentVersionQuery, PresentVersionQueryVariables>;
export const SaveItemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SaveItem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateItemInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateItem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Edited"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Result"}},{"kind":"Field","name":{"kind":"Name","value":"conflict"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"clashes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"theirs"}},{"kind":"Field","name":{"kind":"Name","value":"yours"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LocaleState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"liveVersion"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledVersion"}},{"kind":"Field","name":{"kind":"Name","value":"goesAlong"}},{"kind":"Field","name":{"kind":"Name","value":"expires"}},{"kind":"Field","name":{"kind":"Name","value":"isChanged"}},{"kind":"Field","name":{"kind":"Name","value":"isSentBack"}},{"kind":"Field","name":{"kind":"Name","value":"allowedTransitions"}},{"kind":"Field","name":{"kind":"Name","value":"submittedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"planned"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"release"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Edited"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Item"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"shared"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"slugs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rights"}},{"kind":"Field","name":{"kind":"Name","value":"deletedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deletedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}},{"kind":"Field","name":{"kind":"Name","value":"writtenIn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<SaveItemMutation, SaveItemMutationVariables>;
export const ItemProblemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ItemProblems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locale"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Locale"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ItemProblemsQuery, ItemProblemsQueryVariables>;