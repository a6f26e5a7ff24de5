import { isSafe, operations } from '@customer-contracts/schemas';
import { harmless } from '@customer-contracts/schemas/internal';
import type { OperationId } from '@customer-contracts/types';

import { CustomersApiError } from './customers-api-error.ts';

/** What an error may say about the call that failed: no host, query, header or body. */
export interface SentCall {
  /** The operation that was called. */
  readonly operationId: OperationId;
  /** The path without the organization, as in `/customers/cus_01`. */
  readonly path: string;
  /** How many times the request was sent. */
  readonly attempts: number;
}

/** The base of the errors of a call that was sent. */
export abstract class CallError extends CustomersApiError implements SentCall {
  /** The operation that was called. */
  readonly operationId: OperationId;
  /** The path without the organization, as in `/customers/cus_01`. */
  readonly path: string;
  /**
   * How many times the request was sent. Where it is more than 1, an earlier one may have done its work although its
   * answer was lost: a merge that was repeated ends in 404.
   */
  readonly attempts: number;

  /** @internal */
  constructor(call: SentCall, received: string, advice: string, options?: ErrorOptions) {
    const { summary, method } = operations[call.operationId];
    const after = call.attempts > 1 ? ` (attempt ${call.attempts})` : '';
    const verb = summary.charAt(0).toLowerCase() + summary.slice(1);
    // What a server says may have anything in it, and a terminal obeys control characters.
    super(`Failed to ${verb}, ${method} ${call.path}: ${harmless(received)}${after}. ${advice}`, options);
    this.operationId = call.operationId;
    this.path = call.path;
    this.attempts = call.attempts;
  }
}

/** What to do when it may not be the Customers API that answers. */
export const adviseServer = 'Check the URL of the server, and that it is the Customers API.';

/** What to do when nobody knows whether the request was carried out. */
export function adviseUnanswered(operationId: OperationId): string {
  return isSafe(operationId)
    ? 'Try again.'
    : 'It may have been carried out all the same: read what is there before you send it again.';
}
