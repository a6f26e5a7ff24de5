import { FilterError } from './filter-error.ts';
import { kindOf } from './internal/shown.ts';
import { parseFilter } from './parse-filter.ts';

/** A filter whose fields nobody here knows: see {@link rawFilter}. */
export interface RawFilter {
  /** The filter in the API's own grammar, not yet percent-encoded. */
  readonly '~filter': string;
}

/**
 * A filter that names a field which is none of `filterFields`. No document lists the fields that the API filters by, so one
 * that you know of may be missing there: `filter: rawFilter('shoeSize:42')`. Only the grammar is checked.
 *
 * @throws {FilterError} when the text is not in the API's grammar.
 */
export function rawFilter(text: string): RawFilter {
  const given: unknown = text;
  if (typeof given !== 'string') {
    throw new FilterError(
      `Failed to parse filter: it is ${kindOf(given)}. Write it as text, as in firstName:John.`,
      given,
    );
  }
  parseFilter(text);
  return { '~filter': text };
}

/** Whether a value is a {@link RawFilter}, of this or of another copy of the package. */
export function isRawFilter(value: unknown): value is RawFilter {
  return typeof value === 'object' && value !== null && '~filter' in value;
}
