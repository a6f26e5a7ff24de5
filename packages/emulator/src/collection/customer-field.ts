import { Customer, type FieldType, fieldNamed } from '@customer-contracts/schemas';
import * as z from 'zod';

import { unwrapped } from '../body/writable-part.ts';

/** A member of the customer that a filter or a sort can name, and where it is stored. */
export interface CustomerField {
  /** How its values compare; `custom` where only the value itself says it. */
  readonly type: FieldType;
  /** Where it is in the body: a JSON path of SQLite. */
  readonly path: string;
  /** Where it is in each item, when `path` leads to an array. */
  readonly itemPath?: string;
}

const known = new Map<string, CustomerField>();

/** The member with this dotted name, in any spelling. Unknown names are refused before. */
export function customerField(name: string): CustomerField {
  const field = fieldNamed(name);
  if (field === undefined) throw new TypeError(`Failed to find the field "${name}": there is none. Judge it first.`);
  const names = field.name.split('.');
  // There is no end to custom fields: they are not remembered.
  if (field.type === 'custom') return { type: field.type, path: jsonPath(names) };
  const found = known.get(field.name) ?? { type: field.type, ...placeOf(names) };
  known.set(field.name, found);
  return found;
}

/** Where a member is: in the body itself, or in each item of the list that its name leads through. */
function placeOf(names: readonly string[]): Pick<CustomerField, 'path' | 'itemPath'> {
  let schema = unwrapped(Customer);
  for (const [index, name] of names.entries()) {
    const member: unknown = schema instanceof z.ZodObject ? schema.shape[name] : undefined;
    if (!(member instanceof z.ZodType)) break;
    schema = unwrapped(member);
    if (schema instanceof z.ZodArray) {
      return { path: jsonPath(names.slice(0, index + 1)), itemPath: jsonPath(names.slice(index + 1)) };
    }
  }
  return { path: jsonPath(names) };
}

function jsonPath(names: readonly string[]): string {
  return `$${names.map((name) => `.${JSON.stringify(name)}`).join('')}`;
}
