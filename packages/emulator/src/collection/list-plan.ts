import { indices } from '../database/schema.ts';
import type { CollectionQuery } from './collection-query.ts';
import { type Condition, filterToSql, type ValueLists } from './filter-to-sql.ts';
import { sortToSql } from './sort-to-sql.ts';
import { searchCondition, wordConditions } from './word-conditions.ts';

type Index = (typeof indices)[keyof typeof indices];

/** How the customers of a list are found. */
export interface ListPlan {
  /** What leads to the customers: an index, that of `q`, or nothing, so that each of the organization is looked at. */
  readonly by: Index | 'search' | 'nothing';
  /** Holds for those that it leads to. */
  readonly found: Condition;
  /** All hold for those of the list. */
  readonly conditions: readonly Condition[];
  readonly order: string;
  /** Whether the index has them in the order of the list, and nobody else: then a page is all that is read. */
  readonly isWalk: boolean;
  /** Whether that is so wherever many are equal, too. */
  readonly isExact: boolean;
  /** Whether how many there are is counted by country, as they are written. */
  readonly isCounted: boolean;
}

const country = 'primaryAddress.country';
const newestFirst = '"createdTime" DESC, "id"';
const everyone: Condition = { sql: 'TRUE', values: [] };

/** The orders that indices have. Those that are not exact have equal ones in another order, or in none. */
const walks: Readonly<Record<string, { readonly by: Index; readonly isExact: boolean }>> = {
  [newestFirst]: { by: indices.createdTime, isExact: true },
  '"createdTime", "id"': { by: indices.createdTime, isExact: false },
  '"id"': { by: indices.id, isExact: true },
  '"id" DESC': { by: indices.id, isExact: true },
  '"lastName", "id"': { by: indices.lastName, isExact: true },
  '"lastName" DESC, "id"': { by: indices.lastName, isExact: false },
  '"email", "id"': { by: indices.email, isExact: false },
  '"email" DESC, "id"': { by: indices.email, isExact: false },
};

/** What finds customers, that which leads to the fewest first. */
const finders = [
  { column: 'id', by: indices.foldedId },
  { column: 'email', by: indices.email },
  { by: 'search' },
  { column: 'lastName', by: indices.lastName },
  { column: 'createdTime', by: indices.createdTime },
  { column: country, by: indices.country },
] as const;

/**
 * The plan of a list: not how long it takes, but what it reads.
 *
 * @throws {Refusal} with 400 when the filter or the sort can't be read.
 */
export function planList({ filter, words, sort }: CollectionQuery, lists: ValueLists): ListPlan {
  const order = sortToSql(sort);
  const filters = filterToSql(filter, lists);
  const conditions = [...filters, ...wordConditions(words)];
  const isCounted = conditions.every(({ column }) => column === country);
  const list = { conditions, order, isCounted };
  const walk = walkOf(conditions, order);
  if (walk !== undefined) return { ...list, ...walk, isWalk: true };
  for (const { by, ...finder } of finders) {
    const found =
      'column' in finder
        ? filters.find(({ column, finds }) => column === finder.column && finds !== undefined)
        : searchCondition(words);
    if (found !== undefined) return { ...list, by, found, isWalk: false, isExact: false };
  }
  return { ...list, by: 'nothing', found: everyone, isWalk: false, isExact: false };
}

function walkOf(
  [condition, ...others]: readonly Condition[],
  order: string,
): Pick<ListPlan, 'by' | 'found' | 'isExact'> | undefined {
  if (others.length > 0) return undefined;
  const walk = walks[order];
  if (condition === undefined) return walk && { ...walk, found: everyone };
  if (condition.column === country && condition.finds === 'one value' && order === newestFirst) {
    return { by: indices.country, found: condition, isExact: true };
  }
  const isRange = condition.column === 'createdTime' && condition.finds === 'a range';
  return isRange && walk?.by === indices.createdTime ? { ...walk, found: condition } : undefined;
}
