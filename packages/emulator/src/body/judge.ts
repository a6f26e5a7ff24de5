import type { InvalidField } from '@customer-contracts/schemas';
import type * as z from 'zod';

import { invalidFields } from './invalid-fields.ts';

/** What a schema says of a value: what it makes of it, or which rules it breaks. */
export type Judgement<Output> =
  | { readonly data: Output; readonly broken?: undefined }
  | { readonly data?: undefined; readonly broken: BrokenRules };

/** The rules that a value breaks. */
export interface BrokenRules {
  /** The first hundred, in the order of the value. */
  readonly invalidFields: readonly InvalidField[];
  /** A sentence that says how many more there are; empty where there are none. */
  readonly more: string;
}

/** So many broken rules are named: an answer has no need to be longer than its request. */
const mostNamed = 100;

/** So many items of each list are judged at first. Where one of them breaks a rule, the others need not be looked at. */
const firstItems = 16_384;

/** Judges a value. A broken one takes about as long as a valid one of its size. */
export function judge<Output>(schema: z.ZodType<Output>, value: unknown): Judgement<Output> {
  const longest = longestList(value);
  for (let items = firstItems; ; items *= 2) {
    const isWhole = longest <= items;
    const judged = isWhole ? value : shortened(value, items);
    const { success, data, error } = schema.safeParse(judged);
    if (!success) {
      const named = invalidFields(error, judged, mostNamed);
      return { broken: { invalidFields: named, more: inWords(error.issues.length - named.length, isWhole) } };
    }
    if (isWhole) return { data };
  }
}

function inWords(more: number, isWhole: boolean): string {
  if (more > 0) return ` ${mostNamed} broken rules are named; there are ${isWhole ? '' : 'at least '}${more} more.`;
  return isWhole ? '' : ' Not all of it was looked at.';
}

/** How many items the longest list has, at whatever depth. */
function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  let longest = Array.isArray(value) ? value.length : 0;
  for (const member of members) longest = Math.max(longest, longestList(member));
  return longest;
}

/** The value with so many items at most in each of its lists. */
function shortened(value: unknown, items: number): unknown {
  if (Array.isArray(value)) return value.slice(0, items).map((item: unknown) => shortened(item, items));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shortened(member, items)]));
}
