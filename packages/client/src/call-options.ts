import { checkOptions } from '@customer-contracts/schemas/internal';
import type { OperationId } from '@customer-contracts/types';
import * as z from 'zod';

import { Timeout } from './client-options.ts';
import type { CallOptions } from './customers-client.ts';
import { InvalidCallError } from './refusals.ts';

const Options = z.strictObject({
  signal: z.custom<AbortSignal>(isSignal, 'Give an AbortSignal').optional(),
  timeout: Timeout.optional(),
}) satisfies z.ZodType<CallOptions>;

/**
 * Checks the options of a call.
 *
 * @throws {InvalidCallError} when one is unknown or can't be used.
 */
export function checkCallOptions(operationId: OperationId, options: CallOptions = {}): CallOptions {
  return checkOptions(Options, options, ({ option, received, advice }) => {
    const message = `${received}. ${advice}`;
    return new InvalidCallError(operationId, [{ member: option, message }], `${message} Nothing was sent.`);
  });
}

/** A browser of a test has a class of its own. */
function isSignal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'aborted' in value;
}
