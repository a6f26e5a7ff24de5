import type { Filter, FilterClause, FilterTerm } from './filter.ts';
import { FilterError } from './filter-error.ts';
import { fieldPattern } from './parse-filter.ts';

/**
 * Writes a filter in the API's grammar, not yet percent-encoded; what it writes, `parseFilter` reads back as it was.
 *
 * The grammar has no escape. So a value with `,`, `;` or `..` in it, or with `!` or `@` before it, is refused, and so is a
 * clause that mixes negated values with others: the API's two readings of it differ.
 *
 * @throws {FilterError} when it can't be expressed safely.
 */
export function formatFilter(filter: Filter): string {
  return filter.map((clause) => formatClause(clause)).join(';');
}

function formatClause(clause: FilterClause): string {
  const { field, terms } = clause;
  if (!fieldPattern.test(field))
    throw inexpressible(clause, `"${field}" is not a field`, 'Give names joined by dots, as in primaryAddress.country');
  if (terms.length === 0)
    throw inexpressible(clause, `"${field}" has no values`, 'Give at least one, or leave the clause out');
  if (terms.some(({ negated }) => negated) && !terms.every(({ negated }) => negated)) {
    throw inexpressible(clause, `"${field}" mixes negated values with others`, 'Give them in two clauses');
  }
  return `${field}:${terms.map((term) => formatTerm(term, clause)).join(',')}`;
}

function formatTerm(term: FilterTerm, clause: FilterClause): string {
  return `${term.negated ? '!' : ''}${formatValue(term, clause)}`;
}

function formatValue(term: FilterTerm, clause: FilterClause): string {
  switch (term.kind) {
    case 'literal':
      return expressible(term.value, clause);
    case 'list':
      return `@${expressible(term.name, clause)}`;
    case 'range': {
      const { from, to } = term;
      if (from === undefined && to === undefined) {
        throw inexpressible(clause, `a range of "${clause.field}" has no end`, 'Give it `from`, `to` or both');
      }
      if (from?.endsWith('.'))
        throw inexpressible(clause, `the range of "${clause.field}" starts at "${from}"`, 'Leave the last dot out');
      return `${from === undefined ? '' : expressible(from, clause)}..${to === undefined ? '' : expressible(to, clause)}`;
    }
  }
}

function expressible(value: string, clause: FilterClause): string {
  if (value === '')
    throw inexpressible(
      clause,
      `a value of "${clause.field}" is empty`,
      'The API has no test for absence: leave the clause out',
    );
  const [obstacle] = /[,;]|\.\.|^[!@]/.exec(value) ?? [];
  if (obstacle !== undefined) {
    throw inexpressible(
      clause,
      `the value ${JSON.stringify(value)} of "${clause.field}" has "${obstacle}", and the grammar has no escape`,
      'Filter by another field, or after loading',
    );
  }
  return value;
}

function inexpressible(clause: FilterClause, received: string, advice: string): FilterError {
  return new FilterError(`Failed to format filter: ${received}. ${advice}.`, clause);
}
