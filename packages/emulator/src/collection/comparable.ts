import { DateTime } from '@customer-contracts/schemas';
import * as z from 'zod';

import type { CustomerField } from './customer-field.ts';
import { unreadable } from './unreadable.ts';

/** What values are compared as. */
export type Form = Exclude<CustomerField['type'], 'custom'>;

const dateTime = /^\d{4}-\d\d-\d\dT.+(?:Z|[+-]\d\d:\d\d)$/;

/**
 * A text as it is compared: in lower case; a date-time in UTC with its ms, so that the order of texts is that of moments.
 * Texts of customers are stored so, because SQLite knows no letters but ASCII, and no RFC 3339.
 */
export function comparableText(text: string): string {
  const time = dateTime.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? text.toLowerCase() : new Date(time).toISOString();
}

/** A value of a filter in a form, as the same value of a customer is in SQL. */
export interface Comparable {
  readonly form: Form;
  readonly value: string | number;
}

/** As SQLite has them. */
const booleans = new Map([
  ['true', 1],
  ['false', 0],
]);

const forms: Readonly<Record<Form, (value: string) => string | number | undefined>> = {
  text: comparableText,
  number: (value) => (/^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined),
  boolean: (value) => booleans.get(value.toLowerCase()),
  date: (value) => (z.iso.date().safeParse(value).success ? value : undefined),
  'date-time': (value) => (DateTime.safeParse(value).success ? comparableText(value) : undefined),
};

const ranged: readonly Form[] = ['number', 'date', 'date-time'];

/**
 * A literal in each form that it can have: the field's own, or any for a custom field, whose type nobody knows here.
 *
 * @throws {Refusal} with 400 when the field can't have such a value.
 */
export function literal(value: string, name: string, { type }: CustomerField): Comparable[] {
  const candidates: readonly Form[] = type === 'custom' ? ['text', 'number', 'boolean'] : [type];
  const found = inForms(value, candidates);
  if (found.length === 0) throw unreadable('filter', `"${value}" is not a value of "${name}", which is a ${type}.`);
  return found;
}

/** A range in SQL's terms; null where it is open. */
export interface ComparableRange {
  readonly form: Form;
  readonly bounds: readonly [from: string | number | null, to: string | number | null];
}

/**
 * A range of numbers, days or moments, whichever both its ends can be.
 *
 * @throws {Refusal} with 400 when the field has no such range.
 */
export function range(
  { from, to }: { readonly from?: string; readonly to?: string },
  name: string,
  { type }: CustomerField,
): ComparableRange {
  const candidates = type === 'custom' ? ranged : ranged.filter((form) => form === type);
  for (const form of candidates) {
    const [low, high] = [from, to].map((bound) => (bound === undefined ? null : forms[form](bound)));
    if (low !== undefined && high !== undefined) return { form, bounds: [low, high] };
  }
  const kind = type === 'custom' ? 'custom field' : type;
  throw unreadable('filter', `"${from ?? ''}..${to ?? ''}" is not a range of "${name}", which is a ${kind}.`);
}

function inForms(value: string, candidates: readonly Form[]): Comparable[] {
  return candidates.flatMap((form) => {
    const converted = forms[form](value);
    return converted === undefined ? [] : [{ form, value: converted }];
  });
}
