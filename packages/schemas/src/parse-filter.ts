import { FilterError } from './filter-error.ts';
import type { FilterList, FilterLiteral, FilterRange, ParsedClause, ParsedFilter } from './filter.ts';

/** A field: names joined by dots. A name has anything but the characters of the grammar and white space; `*` is any index. */
export const fieldPattern = /^[^\s:;,.!@]+(?:\.[^\s:;,.!@]+)*$/;

/**
 * Reads a filter as it stands in the decoded query: `firstName:John,Bob;paymentCount:1..`. The empty text is an empty filter.
 *
 * A clause is split at its first `:`, so date-times need no escape; there is no escape at all. White space around `;`, `,`
 * and `:` doesn't count, as Rebilly's own samples have it. A `!` negates its own value only (Rebilly's docs since 2021-05). Whether customers have what it names, `judgeFilter` says.
 *
 * @throws {FilterError} when the text is not in the grammar, with the clause that isn't.
 */
export function parseFilter(text: string): ParsedFilter {
  return text.trim() === '' ? [] : text.split(';').map((clause) => parseClause(clause.trim(), text));
}

function parseClause(clause: string, filter: string): ParsedClause {
  const colon = clause.indexOf(':');
  if (colon === -1)
    throw unreadable(
      filter,
      `the clause "${clause}" has no ":"`,
      'Write a field, ":" and a value, as in firstName:John',
    );
  const field = clause.slice(0, colon).trimEnd();
  if (!fieldPattern.test(field)) {
    throw unreadable(filter, `"${field}" is not a field`, 'Write names joined by dots, as in primaryAddress.country');
  }
  return {
    field,
    terms: clause
      .slice(colon + 1)
      .split(',')
      .map((term) => parseTerm(term.trim(), clause, filter)),
  };
}

function parseTerm(term: string, clause: string, filter: string): FilterLiteral | FilterRange | FilterList {
  const negated = term.startsWith('!');
  const value = negated ? term.slice(1) : term;
  if (value === '')
    throw unreadable(
      filter,
      `a value of the clause "${clause}" is empty`,
      'Leave the clause out, or give every "," and "!" a value',
    );
  if (value.startsWith('@')) {
    if (value === '@')
      throw unreadable(filter, `the clause "${clause}" has "@" without a name`, 'Name the saved list, as in @vip');
    return { kind: 'list', negated, name: value.slice(1) };
  }
  const dots = value.indexOf('..');
  if (dots === -1) return { kind: 'literal', negated, value };
  const from = value.slice(0, dots);
  const to = value.slice(dots + 2);
  if (from === '' && to === '') {
    throw unreadable(filter, `a range of the clause "${clause}" has no end`, 'Give it one, as in 1.. or ..10');
  }
  return { kind: 'range', negated, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
}

function unreadable(filter: string, received: string, advice: string): FilterError {
  return new FilterError(`Failed to parse filter: ${received}. ${advice}.`, filter);
}
