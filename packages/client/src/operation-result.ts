import type { OperationId, ResponseBody, Status } from '@customer-contracts/types';

import type { AnswerHeaders } from './answer-headers.ts';

/** The success statuses that an operation documents; every other status is thrown. */
export type SuccessStatus<Id extends OperationId> = {
  [S in Status<Id>]: `${S & number}` extends `2${string}` ? S : never;
}[Status<Id>];

/**
 * What a call of an operation resolves with, told apart by `status` where there are several. The body is read
 * tolerantly (`tolerant` of the schemas) and typed as what the API promises; `undefined` for 204.
 */
export type OperationResult<Id extends OperationId> = {
  [S in SuccessStatus<Id>]: { readonly status: S; readonly body: ResponseBody<Id, S> } & AnswerHeaders;
}[SuccessStatus<Id>];
