import { Customer } from '@customer-contracts/schemas';
import * as z from 'zod';

import { unwrapped } from '../body/writable-part.ts';

/** A member of the customer that a filter or a sort can name. */
export interface CustomerField {
  /** How its values compare; `custom` where only the value itself says it. */
  readonly type: 'text' | 'number' | 'boolean' | 'date' | 'date-time' | 'custom';
  /** Where it is in the body: a JSON path of SQLite. */
  readonly path: string;
  /** Where it is in each item, when `path` leads to an array. */
  readonly itemPath?: string;
}

/** Other names for members of a list, from Rebilly's old guide and from other people's code (docs/api-decisions.md#filter). */
const aliases: Readonly<Record<string, string>> = {
  'primaryAddress.*.email': 'primaryAddress.emails.value',
  'primaryAddress.emails': 'primaryAddress.emails.value',
  'primaryAddress.phoneNumbers': 'primaryAddress.phoneNumbers.value',
  tags: 'tags.name',
  averageValue: 'averageValue.amount',
  lifetimeRevenue: 'lifetimeRevenue.amount',
};

const customPrefix = 'customFields.';
const known = new Map<string, CustomerField | undefined>();

/** The member with this dotted name, found in the schema of the customer; `undefined` where there is none. */
export function customerField(name: string): CustomerField | undefined {
  if (name.startsWith(customPrefix)) return { type: 'custom', path: jsonPath(name.split('.')) };
  const resolved = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
  if (resolved.startsWith('_')) return undefined;
  // Unknown names are not remembered: there is no end to them.
  const field = known.get(resolved) ?? find(Customer, resolved.split('.'), []);
  if (field !== undefined) known.set(resolved, field);
  return field;
}

function find(schema: z.ZodType, names: readonly string[], path: readonly string[]): CustomerField | undefined {
  const inner = unwrapped(schema);
  const [name, ...rest] = names;
  if (inner instanceof z.ZodArray && inner.element instanceof z.ZodType) {
    const item = find(inner.element, names, []);
    return item === undefined ? undefined : { type: item.type, path: jsonPath(path), itemPath: item.path };
  }
  if (name === undefined) {
    const type = typeOf(inner);
    return type === undefined ? undefined : { type, path: jsonPath(path) };
  }
  if (!(inner instanceof z.ZodObject) || !Object.hasOwn(inner.shape, name)) return undefined;
  const member: unknown = inner.shape[name];
  return member instanceof z.ZodType ? find(member, rest, [...path, name]) : undefined;
}

function typeOf(schema: z.ZodType): CustomerField['type'] | undefined {
  if (schema instanceof z.ZodISODateTime) return 'date-time';
  if (schema instanceof z.ZodISODate) return 'date';
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat || schema instanceof z.ZodEnum)
    return 'text';
  if (schema instanceof z.ZodNumber) return 'number';
  return schema instanceof z.ZodBoolean ? 'boolean' : undefined;
}

function jsonPath(names: readonly string[]): string {
  return `$${names.map((name) => `.${JSON.stringify(name)}`).join('')}`;
}
