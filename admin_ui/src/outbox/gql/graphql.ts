/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type DropEventInput = {
  id: string;
};

export type OutboxFilterInput = {
  item?: string | null | undefined;
  name?: string | null | undefined;
  site?: string | null | undefined;
  state?: OutboxState | null | undefined;
};

/** Where an event stands. */
export type OutboxState =
  /** Kept for two weeks. */
  | 'DONE'
  /** Given up by a person; kept for two weeks. */
  | 'DROPPED'
  /** Failed too often: a person must retry or drop it. */
  | 'PARKED'
  /** For its moment, for the next try, or worked on now. */
  | 'WAITING';

export type RetryEventInput = {
  id: string;
};

export type RetryParkedEventsInput = {
  name: string;
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

export type OutboxFiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type OutboxFiguresQuery = { outboxFigures: { due: number, scheduled: number, parked: number, oldestDueAt: string | null, parkedByName: Array<{ name: string, count: number }> } | null };

export type OutboxQueryVariables = Exact<{
  filter?: OutboxFilterInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OutboxQuery = { outbox: { nodes: Array<{ id: string, name: string, at: string, item: string | null, type: string | null, site: string | null, locale: string | null, state: OutboxState, dueAt: string, tries: number, leasedUntil: string | null, error: string | null, doneAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RetryEventMutationVariables = Exact<{
  input: RetryEventInput;
}>;


export type RetryEventMutation = { result: { event: { id: string, name: string, at: string, item: string | null, type: string | null, site: string | null, locale: string | null, state: OutboxState, dueAt: string, tries: number, leasedUntil: string | null, error: string | null, doneAt: string | null } | null, refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> } };

export type DropEventMutationVariables = Exact<{
  input: DropEventInput;
}>;


export type DropEventMutation = { result: { event: { id: string, name: string, at: string, item: string | null, type: string | null, site: string | null, locale: string | null, state: OutboxState, dueAt: string, tries: number, leasedUntil: string | null, error: string | null, doneAt: string | null } | null, refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> } };

export type RetryParkedEventsMutationVariables = Exact<{
  input: RetryParkedEventsInput;
}>;


export type RetryParkedEventsMutation = { result: { retried: number | null, refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> } };

export type EventFragment = { id: string, name: string, at: string, item: string | null, type: string | null, site: string | null, locale: string | null, state: OutboxState, dueAt: string, tries: number, leasedUntil: string | null, error: string | null, doneAt: string | null };

export const ResultFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<ResultFragment, unknown>;
export const EventFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OutboxEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"tries"}},{"kind":"Field","name":{"kind":"Name","value":"leasedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"doneAt"}}]}}]} as unknown as DocumentNode<EventFragment, unknown>;
export const OutboxFiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OutboxFigures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outboxFigures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"scheduled"}},{"kind":"Field","name":{"kind":"Name","value":"parked"}},{"kind":"Field","name":{"kind":"Name","value":"oldestDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"parkedByName"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<OutboxFiguresQuery, OutboxFiguresQueryVariables>;
export const OutboxDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Outbox"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"OutboxFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outbox"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Event"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OutboxEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"tries"}},{"kind":"Field","name":{"kind":"Name","value":"leasedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"doneAt"}}]}}]} as unknown as DocumentNode<OutboxQuery, OutboxQueryVariables>;
export const RetryEventDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetryEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"retryEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Event"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Result"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OutboxEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"tries"}},{"kind":"Field","name":{"kind":"Name","value":"leasedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"doneAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<RetryEventMutation, RetryEventMutationVariables>;
export const DropEventDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DropEvent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DropEventInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"dropEvent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Event"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Result"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Event"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OutboxEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"tries"}},{"kind":"Field","name":{"kind":"Name","value":"leasedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"doneAt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<DropEventMutation, DropEventMutationVariables>;
export const RetryParkedEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryParkedEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetryParkedEventsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"retryParkedEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retried"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Result"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<RetryParkedEventsMutation, RetryParkedEventsMutationVariables>;