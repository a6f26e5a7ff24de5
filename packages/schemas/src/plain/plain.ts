import * as z from 'zod';

import { placeOf } from './place-of.ts';
import type { Place } from './place.ts';

/** A table with what its schemas say, as plain data, in their place. */
export type Plain<Table> = Table extends z.core.$ZodType
  ? Place
  : Table extends readonly unknown[] | string | number | boolean | undefined
    ? Table
    : { readonly [Name in keyof Table]: Plain<Table[Name]> };

/** Says a table as plain data. */
export function plain<Table>(table: Table): Plain<Table> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Plain<Table> says in types what this does with values.
  return said(table) as Plain<Table>;
}

function said(value: unknown): unknown {
  if (value instanceof z.core.$ZodType) return placeOf(value);
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, said(member)]));
}
