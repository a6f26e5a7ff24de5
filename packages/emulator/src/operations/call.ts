import type { Customer } from '@customer-contracts/schemas';
import type * as z from 'zod';

import type { ValueLists } from '../collection/filter-to-sql.ts';
import type { Writer } from '../customers/writer.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { Refusal } from '../http/refusal.ts';
import { idRule } from '../id-rule.ts';
import type { Readers } from '../readers/readers.ts';

/** A request that has been let in, with what its operation needs. */
export interface Call extends Writer {
  readonly request: Incoming;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The headers that every answer to a write has. */
  readonly rateLimitHeaders: Readonly<Record<string, string>>;
  readonly valueLists: ValueLists;
  /** Who reads what takes long; absent where nobody can, as in memory. */
  readonly readers: Readers | undefined;
}

/** What an operation does. */
export type Behaviour = (call: Call) => Answer | Promise<Answer>;

/**
 * The path parameters.
 *
 * @throws {Refusal} with 404 when they break their schema: nothing can be there (docs/api-decisions.md#q27).
 */
export function pathOf<Parameters>({ pathParameters }: Call, schema: z.ZodType<Parameters>): Parameters {
  const result = schema.safeParse(pathParameters);
  if (result.success) return result.data;
  throw new Refusal(404, `There is nothing at ${JSON.stringify(pathParameters)}. ${idRule}.`);
}

/**
 * The customer of the call.
 *
 * @throws {Refusal} with 404 when there is none.
 */
export function existingCustomer({ store, organizationId }: Call, id: string): Customer {
  return store.customer(organizationId, id) ?? notFound(id);
}

/** The refusal of an id that no customer has. */
export function notFound(id: string): never {
  throw new Refusal(404, `There is no customer "${id}".`);
}

/** The refusal of a lead source that the customer hasn't. */
export function noLeadSource(id: string): never {
  throw new Refusal(404, `The customer "${id}" has no lead source.`);
}
