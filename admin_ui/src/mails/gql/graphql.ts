/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type MailFilterInput = {
  item?: string | null | undefined;
  site?: string | null | undefined;
  state?: MailState | null | undefined;
  template?: string | null | undefined;
  to?: string | null | undefined;
};

export type MailState =
  | 'FAILED'
  | 'KEPT'
  | 'SENT'
  | 'WAITING';

export type SendMailAgainInput = {
  id: string;
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

export type MailsQueryVariables = Exact<{
  filter?: MailFilterInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MailsQuery = { mails: { nodes: Array<{ id: string, to: string, template: string, locale: string, site: string | null, item: string | null, state: MailState, queuedAt: string, sentAt: string | null, tries: number, nextAt: string | null, error: string | null, subject: string, text: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AboutItemQueryVariables = Exact<{
  id: string;
}>;


export type AboutItemQuery = { item: { id: string, type: string, title: string } | null };

export type SendMailAgainMutationVariables = Exact<{
  input: SendMailAgainInput;
}>;


export type SendMailAgainMutation = { result: { mail: { id: string, to: string, template: string, locale: string, site: string | null, item: string | null, state: MailState, queuedAt: string, sentAt: string | null, tries: number, nextAt: string | null, error: string | null, subject: string, text: string } | null, refusal: { code: string, message: string } | null, problems: Array<{ field: string, locale: string | null, code: string, message: string, item: string | null }> } };

export type MailFragment = { id: string, to: string, template: string, locale: string, site: string | null, item: string | null, state: MailState, queuedAt: string, sentAt: string | null, tries: number, nextAt: string | null, error: string | null, subject: string, text: string };

export const ResultFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<ResultFragment, unknown>;
export const MailFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Mail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mail"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"template"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"tries"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]} as unknown as DocumentNode<MailFragment, unknown>;
export const MailsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Mails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MailFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mails"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Mail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Mail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mail"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"template"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"tries"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]} as unknown as DocumentNode<MailsQuery, MailsQueryVariables>;
export const AboutItemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AboutItem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<AboutItemQuery, AboutItemQueryVariables>;
export const SendMailAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendMailAgain"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendMailAgainInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"result"},"name":{"kind":"Name","value":"sendMailAgain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Mail"}}]}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Result"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Mail"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Mail"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"template"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"site"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"queuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"tries"}},{"kind":"Field","name":{"kind":"Name","value":"nextAt"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Result"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MutationResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"problems"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"item"}}]}}]}}]} as unknown as DocumentNode<SendMailAgainMutation, SendMailAgainMutationVariables>;