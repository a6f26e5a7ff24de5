import { isFilterError } from './filter-error.ts';
import type { Filter } from './filter.ts';
import { formatFilter } from './format-filter.ts';
import { type FieldProblem, judgeFilter, judgeSort } from './judge-filter.ts';
import type { OperationId } from './operation-types.ts';
import { parseFilter } from './parse-filter.ts';
import { isRawFilter } from './raw-filter.ts';
import { resources } from './resources.ts';
import { listedBy } from './response-of.ts';

type Call = Readonly<Record<string, unknown>>;

/** What is wrong with the filter or the sort of a call. */
export interface QueryProblem {
  /** The member of the call that is wrong. */
  readonly member: 'filter' | 'sort';
  /** Whether customers have no such field or value, or the filter can't be read at all. */
  readonly kind: FieldProblem['kind'] | 'unreadable-filter';
  /** What is wrong, in whole sentences. */
  readonly message: string;
}

/** A call as it goes over the wire, and what its filter and its sort name that the listed resource hasn't. */
export interface JudgedQuery {
  /** The call, its filter as text. */
  readonly call: Call;
  /** What is wrong with it, if anything. */
  readonly problems: readonly QueryProblem[];
}

/** Writes the filter of a list as text, and holds it and the sort against the fields of what is listed. */
export function judgeQuery(operationId: OperationId, call: Call): JudgedQuery {
  const listed = listedBy(operationId);
  if (listed === undefined || !resources[listed].isFilterable) return { call, problems: [] };
  const { filter, sort } = call;
  const { text, problems } = writeFilter(filter);
  const names = [sort].flat().filter((name) => typeof name === 'string');
  return { call: { ...call, filter: text }, problems: [...problems, ...judgeSort(names).map(at('sort'))] };
}

/** The filter as text. What is no filter at all stays as it is, for the schema of the query to refuse. */
function writeFilter(filter: unknown): { readonly text: unknown; readonly problems: readonly QueryProblem[] } {
  try {
    if (isRawFilter(filter)) return { text: filter['~filter'], problems: [] };
    if (typeof filter === 'string')
      return { text: filter, problems: judgeFilter(parseFilter(filter)).map(at('filter')) };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What a caller without types gives instead is refused below.
    return { text: Array.isArray(filter) ? formatFilter(filter as Filter) : filter, problems: [] };
  } catch (error) {
    const message = isFilterError(error)
      ? error.message.replace(/^Failed to (?:parse|format) filter: /, '')
      : 'It has no clauses of a field and terms.';
    return { text: undefined, problems: [{ member: 'filter', kind: 'unreadable-filter', message }] };
  }
}

function at(member: QueryProblem['member']): (problem: FieldProblem) => QueryProblem {
  return ({ kind, message }) => ({ member, kind, message });
}
