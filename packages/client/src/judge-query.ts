import {
  type Filter,
  formatFilter,
  isFilterError,
  judgeFilter,
  judgeSort,
  listedBy,
  type OperationId,
  parseFilter,
  resources,
} from '@customer-contracts/schemas';

import type { CallIssue } from './refusals.ts';

type Call = Readonly<Record<string, unknown>>;

/** A call as it goes over the wire, and what its filter and its sort name that the listed resource hasn't. */
export interface JudgedCall {
  readonly call: Call;
  readonly issues: readonly CallIssue[];
}

/** Writes the filter of a list as text, and holds it and the sort against the fields of what is listed. */
export function judgeQuery(operationId: OperationId, call: Call): JudgedCall {
  const listed = listedBy(operationId);
  if (listed === undefined || !resources[listed].isFilterable) return { call, issues: [] };
  const { filter, sort } = call;
  const { text, messages } = writeFilter(filter);
  const names = Array.isArray(sort) ? sort.filter((name) => typeof name === 'string') : [];
  return {
    call: { ...call, filter: text },
    issues: [
      ...messages.map((message) => issue('filter', message)),
      ...judgeSort(names).map(({ message }) => issue('sort', message)),
    ],
  };
}

/** The filter as text. What is neither text nor a list of clauses stays as it is, for the schema of the query to refuse. */
function writeFilter(filter: unknown): { readonly text: unknown; readonly messages: readonly string[] } {
  try {
    if (typeof filter === 'string')
      return { text: filter, messages: judgeFilter(parseFilter(filter)).map(({ message }) => message) };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What a caller without types gives instead is refused below.
    return { text: Array.isArray(filter) ? formatFilter(filter as Filter) : filter, messages: [] };
  } catch (error) {
    const message = isFilterError(error)
      ? error.message.replace(/^Failed to (?:parse|format) filter: /, '')
      : 'It has no clauses of a field and terms';
    return { text: undefined, messages: [message] };
  }
}

/** Issues stand in one sentence, which has a full stop of its own. */
function issue(member: string, message: string): CallIssue {
  return { member, message: message.replace(/\.$/, '') };
}
