import { parseFilter } from './parse-filter.ts';

const brand: unique symbol = Symbol.for('@customer-contracts/schemas/RawFilter');

/** A filter whose fields nobody here knows: see {@link rawFilter}. */
export interface RawFilter {
  /** @internal */
  readonly [brand]: true;
  /** The filter in the API's own grammar, not yet percent-encoded. */
  readonly text: string;
}

/**
 * A filter that names a field which is none of `filterFields`. No document lists the fields that the API filters by, so one
 * that you know of may be missing there: `filter: rawFilter('shoeSize:42')`. Only the grammar is checked.
 *
 * @throws {FilterError} when the text is not in the API's grammar.
 */
export function rawFilter(text: string): RawFilter {
  parseFilter(text);
  return { [brand]: true, text };
}

/** Whether a value is a {@link RawFilter}, of this or of another copy of the package. */
export function isRawFilter(value: unknown): value is RawFilter {
  return typeof value === 'object' && value !== null && brand in value;
}
