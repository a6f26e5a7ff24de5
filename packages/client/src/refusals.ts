import { collectionLimits } from '@customer-contracts/schemas';
import type { OperationId } from '@customer-contracts/types';
import type * as z from 'zod';

import { CustomersApiError } from './customers-api-error.ts';

/** One reason why a call was refused, or an answer can't be read. */
export interface CallIssue {
  /** The member that breaks a rule, a dotted path: `id`, `sort.0`; empty for the whole. */
  readonly member: string;
  /** The rule that it breaks, in words. */
  readonly message: string;
}

/** The call was refused before anything was sent: an id that no path can carry, a query that breaks the API's rules. */
export class InvalidCallError extends CustomersApiError {
  override readonly name = 'InvalidCallError';
  /** The operation that was called. */
  readonly operationId: OperationId;
  /** What is wrong. */
  readonly issues: readonly CallIssue[];

  /** @internal */
  constructor(
    operationId: OperationId,
    issues: readonly CallIssue[],
    words = `${formatIssues(issues)}. Nothing was sent. Correct the call.`,
  ) {
    super(`Failed to call ${operationId}: ${words}`);
    this.operationId = operationId;
    this.issues = issues;
  }
}

/** There are, or may be, more customers than the API shows: it has no offset above 1000. */
export class CollectionLimitError extends CustomersApiError {
  override readonly name = 'CollectionLimitError';
  /** The offset that the next page would need. */
  readonly offset: number;
  /** How many customers the query has in all, when the API said it. */
  readonly total: number | undefined;

  /** @internal */
  constructor(offset: number, total: number | undefined) {
    const rest = total === undefined ? 'may be more' : `are ${total}`;
    super(
      `Failed to list the customers from number ${offset + 1} on: the API has no offset above ` +
        `${collectionLimits.offset.most}, and there ${rest}. Narrow the query by filter or q (createdTime ranges, say), ` +
        `or take pages of ${collectionLimits.limit.most}, the largest.`,
    );
    this.offset = offset;
    this.total = total;
  }
}

/** What a schema found, without the values that it was found in. */
export function readIssues(error: z.ZodError | undefined): readonly CallIssue[] {
  return (error?.issues ?? []).map(({ path, message }) => ({ member: path.join('.'), message }));
}

/** What is wrong, in one line. */
export function formatIssues(issues: readonly CallIssue[]): string {
  return issues.map(({ member, message }) => (member === '' ? message : `${member}: ${message}`)).join('; ');
}
