import { formOfRange, formsOfLiteral, type ValueForm } from '@customer-contracts/schemas';

import { comparableText } from '../database/comparable-text.ts';
import type { CustomerField } from './customer-field.ts';

/** A value of a filter in a form, as the same value of a customer is in SQL. */
export interface Comparable {
  readonly form: ValueForm;
  readonly value: string | number;
}

/** As SQLite has them. */
const booleans = new Map([
  ['true', 1],
  ['false', 0],
]);

/** A value of a form, as SQLite compares it. */
const conversions: Readonly<Record<ValueForm, (value: string) => string | number | undefined>> = {
  text: comparableText,
  number: Number,
  boolean: (value) => booleans.get(value.toLowerCase()),
  date: (value) => value,
  'date-time': comparableText,
};

/** A literal in each form that it can have: the field's own, or any for a custom field, whose type nobody knows here. */
export function literal(value: string, { type }: CustomerField): Comparable[] {
  return formsOfLiteral(type, value).flatMap((form) => {
    const converted = conversions[form](value);
    return converted === undefined ? [] : [{ form, value: converted }];
  });
}

/** A range in SQL's terms; null where it is open. */
export interface ComparableRange {
  readonly form: ValueForm;
  readonly bounds: readonly [from: string | number | null, to: string | number | null];
}

/** A range of numbers, days or moments, whichever both its ends can be. None where the field has no such range. */
export function range(
  term: { readonly from?: string; readonly to?: string },
  { type }: CustomerField,
): ComparableRange[] {
  const form = formOfRange(type, term);
  if (form === undefined) return [];
  const bound = (end: string | undefined) => (end === undefined ? null : (conversions[form](end) ?? null));
  return [{ form, bounds: [bound(term.from), bound(term.to)] }];
}
