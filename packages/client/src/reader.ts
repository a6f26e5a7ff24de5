import { tolerant } from '@customer-contracts/schemas';
import type * as z from 'zod';

const readers = new WeakMap<z.ZodType, unknown>();

/** The schema to read answers of a documented schema with, derived once. */
export function reader<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>> {
  if (!readers.has(schema)) readers.set(schema, tolerant(schema));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Each schema is kept beside its own reader only.
  return readers.get(schema) as z.ZodType<z.output<Schema>>;
}
