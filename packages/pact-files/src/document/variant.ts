import { isRecord } from '../json/json-value.ts';

/**
 * Which answer a test runs against: `complete`, every member that the schema names is there; `bare`, every member that
 * may be null is null, and every other one that may be absent is absent; `empty`, a collection without customers.
 */
export const variants = ['complete', 'bare', 'empty'] as const;
/** Which answer a test runs against: `complete`, `bare`, or `empty`, a collection without customers. */
export type Variant = (typeof variants)[number];

/** The name of the comment by which an interaction of the harness says its variant: `{ "variant": "bare" }`. */
export const variantComment = 'customer-contracts';

/** The variant that the comments of an interaction name; `undefined` where they name none. */
export function variantIn(comments: unknown): Variant | undefined {
  const own = isRecord(comments) ? comments[variantComment] : undefined;
  const named = isRecord(own) ? own['variant'] : undefined;
  return variants.find((variant) => variant === named);
}
