import { type FieldType, fieldNamed } from '@customer-contracts/schemas';

import { customFieldsColumn, jsonPath, placeOfField } from '../database/customer-columns.ts';

/** A member of the customer that a filter or a sort can name, and where it is stored. */
export interface CustomerField {
  /** How its values compare; `custom` where only the value itself says it. */
  readonly type: FieldType;
  /** The column of its values. */
  readonly column: string;
  /** Where it is in the column: a JSON path of SQLite. Custom fields have one. */
  readonly path?: string;
  /** Where it is in each item, when the column holds a list. */
  readonly itemPath?: string;
}

/** The member with this dotted name, in any spelling. Unknown names are refused before. */
export function customerField(name: string): CustomerField {
  const field = fieldNamed(name);
  if (field?.type === 'custom') {
    const [, ...names] = field.name.split('.');
    return { type: field.type, column: customFieldsColumn, path: jsonPath(names) };
  }
  const place = field && placeOfField(field.name);
  if (field === undefined || place === undefined)
    throw new TypeError(`Failed to find the field "${name}": there is none. Judge it first.`);
  return { ...place, type: field.type };
}
