import { unreadable } from './unreadable.ts';

/** Which customers a list asks for. */
export interface CollectionQuery {
  readonly limit: number;
  readonly offset: number;
  /** Empty for all. */
  readonly filter: string;
  /** Words, in lower case. */
  readonly words: readonly string[];
  /** Names, with `-` for descending. */
  readonly sort: readonly string[];
}

/** The highest limit and offset: higher ones count as these (docs/api-decisions.md#q18). */
const maximum = 1000;
const defaultLimit = 100;
const maximumWords = 100;

/**
 * Reads the query of a list. Empty values count as absent (docs/api-decisions.md#q38).
 *
 * @throws {Refusal} with 400 when limit or offset is not a whole number of 0 and more.
 */
export function readCollectionQuery(query: URLSearchParams): CollectionQuery {
  const words = [...new Set((query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean))];
  if (words.length > maximumWords) throw unreadable('q', `It has more than ${maximumWords} words.`);
  return {
    limit: count(query, 'limit', defaultLimit),
    offset: count(query, 'offset', 0),
    filter: query.get('filter') ?? '',
    words,
    sort: [
      ...new Set(
        query
          .getAll('sort')
          .flatMap((names) => names.split(','))
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    ],
  };
}

function count(query: URLSearchParams, name: 'limit' | 'offset', otherwise: number): number {
  const value = query.get(name);
  if (value === null) return otherwise;
  if (!/^\d+$/.test(value)) throw unreadable(name, `"${value}" is not a whole number of 0 and more.`);
  return Math.min(Number(value), maximum);
}
