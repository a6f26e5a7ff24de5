import {
  isFilterError,
  judgeFilter,
  type ParsedClause,
  type ParsedFilter,
  parseFilter,
  type ValueForm,
} from '@customer-contracts/schemas';

import { foldedId, quoted } from '../database/schema.ts';
import { type ComparableRange, type Comparable, literal, range } from './comparable.ts';
import { type CustomerField, customerField } from './customer-field.ts';
import { inForm } from './in-form.ts';
import { unreadable } from './unreadable.ts';

/** A condition in SQL, and the values of its `?`s. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  /** The column of a whole value that it looks at, and at nothing else. */
  readonly column?: string;
  /** Whether an index on that column leads to those that it holds for: they have one of some values, or are in one range. */
  readonly finds?: 'one value' | 'some values' | 'a range';
}

/** Saved lists of values, by name. */
export type ValueLists = Readonly<Record<string, readonly string[]>>;

/** SQLite has a limit of how deep conditions nest. */
const maximumClauses = 200;

/**
 * The filter as conditions on the table of customers, all of which must hold (docs/api-decisions.md#filter).
 *
 * @throws {Refusal} with 400 when the filter is not in the grammar, a field or list is unknown, or a field can't have such a
 *   value.
 */
export function filterToSql(filter: string, lists: ValueLists): Condition[] {
  const clauses = parsed(filter);
  if (clauses.length > maximumClauses) throw unreadable('filter', `It has more than ${maximumClauses} clauses.`);
  const [problem] = judgeFilter(clauses.map(({ field, terms }) => ({ field, terms: spelledOut(terms, lists) })));
  if (problem !== undefined) throw unreadable('filter', problem.message);
  return clauses.flatMap((clause) => clauseToSql(clause, lists));
}

type Terms = ParsedClause['terms'];

/** The terms with the values of lists in the place of their names. */
function spelledOut(terms: Terms, lists: ValueLists): Terms {
  return terms.flatMap((term): Terms => {
    if (term.kind !== 'list') return [term];
    return listed(term.name, lists).map((value) => ({ kind: 'literal', negated: term.negated, value }));
  });
}

function parsed(filter: string): ParsedFilter {
  try {
    return parseFilter(filter);
  } catch (error) {
    if (isFilterError(error)) throw unreadable('filter', error.message);
    throw error;
  }
}

function clauseToSql({ field: name, terms }: ParsedClause, lists: ValueLists): Condition[] {
  const field = customerField(name);
  const positive = terms.filter(({ negated }) => !negated);
  const negative = terms.filter(({ negated }) => negated);
  return [
    ...(positive.length === 0 ? [] : [anyOf(positive, field, lists)]),
    ...(negative.length === 0 ? [] : [not(anyOf(negative, field, lists))]),
  ];
}

/** True where there is no value too. */
function not({ sql, values, column }: Condition): Condition {
  return { sql: `(${sql}) IS NOT TRUE`, values, ...(column !== undefined && { column }) };
}

/** The condition that one of the terms holds. Its size does not depend on how many there are. */
function anyOf(terms: Terms, field: CustomerField, lists: ValueLists): Condition {
  const literals: Comparable[] = [];
  const ranges: ComparableRange[] = [];
  for (const term of spelledOut(terms, lists)) {
    switch (term.kind) {
      case 'literal':
        literals.push(...literal(term.value, field));
        break;
      case 'range':
        ranges.push(...range(term, field));
        break;
      case 'list':
        // Spelled out.
        break;
      default:
        term satisfies never;
    }
  }
  const condition = onField(field, (value, type) => {
    const tests = [...equalTo(literals, value, type), ...within(ranges, value, type)];
    return { sql: tests.map(({ sql }) => sql).join(' OR ') || 'FALSE', values: tests.flatMap(({ values }) => values) };
  });
  const finds =
    ranges.length === 0 ? findsValues(literals) : literals.length === 0 && ranges.length === 1 ? 'a range' : undefined;
  return condition.column === undefined || finds === undefined ? condition : { ...condition, finds };
}

function findsValues({ length }: readonly Comparable[]): Condition['finds'] {
  return length === 1 ? 'one value' : 'some values';
}

function listed(name: string, lists: ValueLists): readonly string[] {
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (list === undefined) throw unreadable('filter', `There is no list "${name}".`);
  return list;
}

function equalTo(literals: readonly Comparable[], value: string, type: string | undefined): Condition[] {
  return formsOf(literals).map((form) => {
    const compared = inForm(form, value, type);
    const alike = literals.filter((each) => each.form === form).map((each) => each.value);
    const [only] = alike;
    // With the one value, an index has its customers in an order.
    if (alike.length === 1 && only !== undefined) return { sql: `${compared} = ?`, values: [only] };
    return { sql: `${compared} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(alike)] };
  });
}

function within(ranges: readonly ComparableRange[], value: string, type: string | undefined): Condition[] {
  return formsOf(ranges).map((form) => {
    const compared = inForm(form, value, type);
    const alike = ranges.filter((each) => each.form === form).map(({ bounds }) => bounds);
    const [bounds] = alike;
    if (alike.length === 1 && bounds !== undefined) return between(bounds, compared);
    return {
      sql: `EXISTS (SELECT 1 FROM json_each(?) AS bounds
              WHERE ${compared} BETWEEN coalesce(bounds.value ->> 0, ${compared}) AND coalesce(bounds.value ->> 1, ${compared}))`,
      values: [JSON.stringify(alike)],
    };
  });
}

/** One range in the words that an index understands. */
function between([from, to]: ComparableRange['bounds'], compared: string): Condition {
  const ends = [
    ...(from === null ? [] : [{ sql: `${compared} >= ?`, value: from }]),
    ...(to === null ? [] : [{ sql: `${compared} <= ?`, value: to }]),
  ];
  return {
    sql: ends.map(({ sql }) => sql).join(' AND ') || `${compared} IS NOT NULL`,
    values: ends.map(({ value }) => value),
  };
}

function formsOf(values: readonly { readonly form: ValueForm }[]): ValueForm[] {
  return [...new Set(values.map(({ form }) => form))];
}

/** The condition on a field's value, or on one of its values where it is a list. */
function onField(
  { type, column, path, itemPath }: CustomerField,
  condition: (value: string, type?: string) => Condition,
): Condition {
  if (path === undefined && itemPath === undefined) {
    return { ...condition(column === 'id' ? foldedId : quoted(column)), column };
  }
  const item = itemPath === undefined || itemPath === '$' ? 'item.value' : `json_extract(item.value, '${itemPath}')`;
  const inner = condition(item, type === 'custom' ? 'item.type' : undefined);
  return {
    sql: `EXISTS (SELECT 1 FROM json_each(${quoted(column)}, ?) AS item WHERE ${inner.sql})`,
    values: [path ?? '$', ...inner.values],
  };
}
