import type { FieldType } from './filter-fields.ts';
import { formatPatterns } from './plain/format-patterns.ts';

/** What a value of a filter is compared as. */
export type ValueForm = Exclude<FieldType, 'custom'>;

const forms: Readonly<Record<ValueForm, (value: string) => boolean>> = {
  text: () => true,
  number: (value) => /^-?\d+(?:\.\d+)?$/.test(value),
  boolean: (value) => /^(?:true|false)$/i.test(value),
  date: (value) => new RegExp(formatPatterns.date).test(value),
  'date-time': (value) => new RegExp(formatPatterns['date-time']).test(value),
};

/** In which forms a field has exact values. Nobody knows the type of a custom field: any will do that the value has. */
const exact: Readonly<Record<FieldType, readonly ValueForm[]>> = {
  text: ['text'],
  number: ['number'],
  boolean: ['boolean'],
  date: ['date'],
  'date-time': ['date-time'],
  custom: ['text', 'number', 'boolean'],
};

/** In which forms a field has ranges. */
const ranged: Readonly<Record<FieldType, readonly ValueForm[]>> = {
  text: [],
  number: ['number'],
  boolean: [],
  date: ['date'],
  'date-time': ['date-time'],
  custom: ['number', 'date', 'date-time'],
};

/** The forms in which a field can have an exact value; none where it can't have it. */
export function formsOfLiteral(type: FieldType, value: string): readonly ValueForm[] {
  // An error by the docs' own example, lastName:true. Who is called so is found as True.
  if (type === 'text' && (value === 'true' || value === 'false')) return [];
  return exact[type].filter((form) => forms[form](value));
}

/** The form in which a field can have a range, that of both its ends; `undefined` where it can't have it. */
export function formOfRange(
  type: FieldType,
  { from, to }: { readonly from?: string; readonly to?: string },
): ValueForm | undefined {
  const ends = [from, to].filter((end) => end !== undefined);
  return ranged[type].find((form) => ends.every((end) => forms[form](end)));
}
