import type * as z from 'zod';

/** A provider state of your own, which the catalogue has no words for. */
export interface OwnState<Schema extends z.ZodObject = z.ZodObject> {
  /** The sentence that stands in the pact. */
  readonly sentence: string;
  /** The schema of its parameters. */
  readonly parameters: Schema;
}

/**
 * A provider state of your own, for `also` of an interaction and `stateHandler` of the verification:
 * `ownState('the customer has an unpaid invoice', z.object({ id: z.string() }))`.
 */
export function ownState<Schema extends z.ZodObject>(sentence: string, parameters: Schema): OwnState<Schema> {
  return { sentence, parameters };
}
