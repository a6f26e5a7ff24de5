import type { OtherText } from '@customer-contracts/types';
import * as z from 'zod';

/** The schema that {@link openEnum} makes. Its first option is the list of the known values. */
export interface OpenEnum<Value extends string> extends z.ZodUnion<
  readonly [z.ZodEnum<{ [Each in Value]: Each }>, z.core.$ZodType<OtherText, OtherText>]
> {}

/**
 * The schema of a text with known values, to which the API may add: the type names them, and any other text is accepted.
 * What reads an answer takes it in the place of `z.enum`, which makes the whole answer fail on the first new value.
 *
 * ```ts
 * const Method = openEnum(['payment-card', 'paypal']);
 * Method.parse('payment-card'); // and 'a-method-of-next-year'
 * ```
 *
 * `schema.options[0]` is the enumeration of the known values.
 */
export function openEnum<const Value extends string>(values: readonly Value[]): OpenEnum<Value> {
  return z.union([z.enum(values), z.string<OtherText>()], 'Must be text');
}
