import { isOperationId } from '@customer-contracts/schemas';
import * as z from 'zod';

const target = {
  /** The operations that it strikes; all of them when absent. */
  operations: z.array(z.string().refine(isOperationId, 'There is no such operation')).optional(),
  /** The organization whose requests it strikes; those of any when absent. */
  organizationId: z.string().optional(),
  /** How likely it is to strike: 0 to 1, always when absent. Drawn from `seed`, so every run is struck alike. */
  probability: z.number().min(0).max(1).optional(),
  /** Another seed, other requests. 0 when absent. */
  seed: z.int().optional(),
  /** How often it strikes; without end when absent. */
  times: z.int().min(1).optional(),
};

/** Whether the request is carried out all the same, as when an answer is lost on its way. */
const applied = z.boolean().optional();

/**
 * Something that goes wrong on demand:
 *
 * - `latency`: the answer comes late by `milliseconds`;
 * - `rateLimit`: 429 with `X-RateLimit-Retry-After`, nothing is done;
 * - `error`: 500 or 503, with a problem as `body` (when absent) or without; nothing is done unless `applied`;
 * - `drop`: the connection is closed without an answer; what was asked for is done unless `applied` is false;
 * - `half`: the answer's head and half of its body, then the connection is closed; what was asked for is done;
 * - `garbage`: the answer with a body that is not JSON; what was asked for is done.
 */
export const Fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latency'), milliseconds: z.int().min(0).max(600_000), ...target }),
  z.strictObject({ kind: z.literal('rateLimit'), ...target }),
  z.strictObject({
    kind: z.literal('error'),
    status: z.literal([500, 503]),
    body: z.boolean().optional(),
    applied,
    ...target,
  }),
  z.strictObject({ kind: z.literal('drop'), applied, ...target }),
  z.strictObject({ kind: z.literal('half'), ...target }),
  z.strictObject({ kind: z.literal('garbage'), ...target }),
]);
/** Something that goes wrong on demand. */
export type Fault = z.infer<typeof Fault>;
