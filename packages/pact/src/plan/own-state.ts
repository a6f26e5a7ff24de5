import { isRecord } from '@customer-contracts/pact-files/internal';
import * as z from 'zod';

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

/** Whether a value is what {@link ownState} makes, with a sentence and a schema. */
export function isOwnState(value: unknown): value is OwnState {
  const { sentence, parameters } = isRecord(value) ? value : {};
  return typeof sentence === 'string' && /\S/.test(sentence) && parameters instanceof z.ZodObject;
}
