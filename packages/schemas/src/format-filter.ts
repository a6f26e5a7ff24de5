import { FilterError } from './filter-error.ts';
import type { Filter, FilterList, FilterLiteral, FilterRange, ParsedClause, ParsedFilter } from './filter.ts';
import { type FieldProblem, judgeFilter } from './judge-filter.ts';
import { fieldPattern } from './parse-filter.ts';

/**
 * Writes a filter in the API's grammar, not yet percent-encoded; what it writes, `parseFilter` reads back as it was.
 *
 * The grammar has no escape. So a value with `,`, `;` or `..` in it, with `!` or `@` before it, or with white space at an
 * end, is refused, and so is a clause that mixes negated values with others: the API's two readings of it differ.
 *
 * Fields and their values are those of customers: what is written in the code and is none of them doesn't compile.
 *
 * @throws {FilterError} when it can't be expressed safely, or a field or its value is none that customers have.
 */
export function formatFilter(filter: Filter): string {
  const clauses: ParsedFilter = filter;
  return clauses.map((clause) => formatClause(clause)).join(';');
}

function formatClause(clause: ParsedClause): string {
  const { field, terms } = clause;
  if (!fieldPattern.test(field))
    throw inexpressible(clause, `"${field}" is not a field`, 'Give names joined by dots, as in primaryAddress.country');
  if (terms.length === 0)
    throw inexpressible(clause, `"${field}" has no values`, 'Give at least one, or leave the clause out');
  if (terms.some(({ negated }) => negated) && !terms.every(({ negated }) => negated)) {
    throw inexpressible(clause, `"${field}" mixes negated values with others`, 'Give them in two clauses');
  }
  const written = terms.map((term) => formatTerm(term, clause));
  const [problem] = judgeFilter([clause]);
  if (problem !== undefined) throw outsideFacts(clause, problem);
  return `${field}:${written.join(',')}`;
}

function formatTerm(term: FilterLiteral | FilterRange | FilterList, clause: ParsedClause): string {
  return `${term.negated ? '!' : ''}${formatValue(term, clause)}`;
}

function formatValue(term: FilterLiteral | FilterRange | FilterList, clause: ParsedClause): string {
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
    default:
      return term satisfies never;
  }
}

function expressible(value: string, clause: ParsedClause): string {
  if (value === '')
    throw inexpressible(
      clause,
      `a value of "${clause.field}" is empty`,
      'The API has no test for absence: leave the clause out',
    );
  if (value.trim() !== value)
    throw inexpressible(
      clause,
      `the value ${JSON.stringify(value)} of "${clause.field}" has white space at an end, which the API passes over`,
      'Leave it out',
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

function inexpressible(clause: ParsedClause, received: string, advice: string): FilterError {
  return new FilterError(`Failed to format filter: ${received}. ${advice}.`, clause);
}

const advice: Readonly<Record<FieldProblem['kind'], string>> = {
  'unknown-field': 'Name a member of a customer, such as primaryAddress.country, or one of customFields.',
  'unsortable-field': 'Name another member.',
  'wrong-value': 'Give it a value of that type.',
  'wrong-range': 'Give it values, or a range of that type.',
};

function outsideFacts(clause: ParsedClause, problem: FieldProblem): FilterError {
  const { kind, message } = problem;
  const received = message.charAt(0).toLowerCase() + message.slice(1);
  const hasAdvice = 'nearest' in problem && problem.nearest !== undefined;
  return new FilterError(`Failed to format filter: ${received}${hasAdvice ? '' : ` ${advice[kind]}`}`, clause);
}
