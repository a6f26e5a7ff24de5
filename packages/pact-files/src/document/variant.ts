import * as z from 'zod';

import { isRecord } from '../json/json-value.ts';

/**
 * Which answer a test runs against: `complete`, every member that the schema names is there; `bare`, every member that
 * may be null is null, and every other one that may be absent is absent; `empty`, a collection without customers.
 */
export const Variant = z.enum(['complete', 'bare', 'empty']);
/** Which answer a test runs against: `complete`, `bare`, or `empty`, a collection without customers. */
export type Variant = z.infer<typeof Variant>;

/** The name of the comment by which an interaction of the harness says its variant: `{ "variant": "bare" }`. */
export const variantComment = 'customer-contracts';

/** The variant that the comments of an interaction name; `undefined` where they name none. */
export function variantIn(comments: Readonly<Record<string, unknown>>): Variant | undefined {
  const own = comments[variantComment];
  return Variant.safeParse(isRecord(own) ? own['variant'] : undefined).data;
}
