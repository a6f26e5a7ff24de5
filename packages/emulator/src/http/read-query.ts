import type * as z from 'zod';

import type { Incoming } from './incoming.ts';
import { Refusal } from './refusal.ts';

/**
 * The query of what is asked of one of the emulator's own endpoints. Whole numbers are read as such.
 *
 * @throws {Refusal} with 400 when the schema doesn't know a parameter, or its value.
 */
export function readQuery<Query>({ query, path }: Incoming, schema: z.ZodType<Query>): Query {
  const parameters = new URLSearchParams(query);
  const values = new Map<string, unknown>();
  for (const [name, value] of parameters) {
    if (values.has(name)) throw new Refusal(400, `${path} takes ${name} once.`);
    values.set(name, /^\d{1,15}$/.test(value) ? Number(value) : value);
  }
  const { success, data, error } = schema.safeParse(Object.fromEntries(values));
  if (success) return data;
  throw new Refusal(400, `${path} can't read its query: ${error.issues.map(inWords).join(' ')}`);
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? `${message}.` : `${path.join('.')}: ${message}.`;
}
