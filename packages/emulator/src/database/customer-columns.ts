import { Customer, filterFields, type FieldType } from '@customer-contracts/schemas';
import * as z from 'zod';

import { isObject, unwrapped } from '../body/writable-part.ts';
import { comparableText } from './comparable-text.ts';

/** Where the table of customers has the values of a field that a filter can name. */
export interface Place {
  /** The column, which is named after the member. */
  readonly column: string;
  /** Where a value is in each item, when the column holds a list: a JSON path of SQLite. */
  readonly itemPath?: string;
}

/** The column of the organization's own fields. */
export const customFieldsColumn = 'customFields';

const places = new Map(
  Object.entries(filterFields).map(([name, type]) => [name, { ...placeOf(name.split('.')), type }]),
);

/** Where the field with this name is; `undefined` where there is none. Custom fields are all in one column. */
export function placeOfField(name: string): Place | undefined {
  return places.get(name);
}

/** A column of the table that holds what filters and sorts compare. */
export interface ComparedColumn {
  readonly name: string;
  /** How its values compare; a list and the organization's own fields are JSON. */
  readonly type: FieldType | 'JSON';
}

/** All of them but the id, which the table has anyway. */
export const comparedColumns: readonly ComparedColumn[] = [
  ...new Map(
    [...places.values()]
      .filter(({ column }) => column !== 'id')
      .map(({ column, itemPath, type }) => [
        column,
        { name: column, type: itemPath === undefined ? type : ('JSON' as const) },
      ]),
  ).values(),
  { name: customFieldsColumn, type: 'JSON' },
];

const readers = comparedColumns.map(({ name, type }) => {
  const path = name.split('.');
  const convert = type === 'JSON' ? comparedJson : comparedValue;
  return (customer: Customer) => convert(memberAt(customer, path));
});

/** What each of {@link comparedColumns} holds for a customer: texts as {@link comparableText} has them. */
export function comparedValues(customer: Customer): (string | number | null)[] {
  return readers.map((read) => read(customer));
}

function memberAt(customer: Customer, path: readonly string[]): unknown {
  let value: unknown = customer;
  for (const name of path) value = isObject(value) ? value[name] : undefined;
  return value;
}

function comparedValue(value: unknown): string | number | null {
  if (typeof value === 'string') return comparableText(value);
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : null;
}

/** Nothing for what is empty: most customers have no tags and no fields of their own. */
function comparedJson(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return null;
  return JSON.stringify(value, (name, member: unknown) => {
    if (name === '_links') return undefined;
    return typeof member === 'string' ? comparableText(member) : member;
  });
}

/** A member itself, or in each item of the list that its name leads through. */
function placeOf(names: readonly string[]): Place {
  let schema = unwrapped(Customer);
  for (const [index, name] of names.entries()) {
    const member: unknown = schema instanceof z.ZodObject ? schema.shape[name] : undefined;
    if (!(member instanceof z.ZodType)) break;
    schema = unwrapped(member);
    if (schema instanceof z.ZodArray) {
      return { column: names.slice(0, index + 1).join('.'), itemPath: jsonPath(names.slice(index + 1)) };
    }
  }
  return { column: names.join('.') };
}

/** The JSON path of SQLite that these names lead along. */
export function jsonPath(names: readonly string[]): string {
  return `$${names.map((name) => `.${JSON.stringify(name)}`).join('')}`;
}
