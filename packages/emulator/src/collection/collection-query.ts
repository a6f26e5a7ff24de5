import { collectionLimits, parseSort } from '@customer-contracts/schemas';

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
    limit: count(query, 'limit'),
    offset: count(query, 'offset'),
    filter: query.get('filter') ?? '',
    words,
    sort: [...new Set(query.getAll('sort').flatMap(parseSort))],
  };
}

/** Higher numbers count as the highest (docs/api-decisions.md#q18). */
function count(query: URLSearchParams, name: keyof typeof collectionLimits): number {
  const { most, unasked } = collectionLimits[name];
  const value = query.get(name);
  if (value === null) return unasked;
  if (!/^\d+$/.test(value)) throw unreadable(name, `"${value}" is not a whole number of 0 and more.`);
  return Math.min(Number(value), most);
}
