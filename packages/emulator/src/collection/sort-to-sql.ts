import { judgeSort } from '@customer-contracts/schemas';

import { quoted } from '../database/schema.ts';
import { customerField } from './customer-field.ts';
import { unreadable } from './unreadable.ts';

/**
 * The order of a list: the newest first where none is asked for, equal ones by id (docs/api-decisions.md#q17).
 *
 * @throws {Refusal} with 400 when lists can't be sorted by the member.
 */
export function sortToSql(sort: readonly string[]): string {
  const [problem] = judgeSort(sort);
  if (problem !== undefined) throw unreadable('sort', problem.message);
  const terms = (sort.length === 0 ? ['-createdTime'] : sort).map(termToSql);
  const isById = sort.some((name) => /^-?id$/.test(name));
  return [...terms, ...(isById ? [] : [quoted('id')])].join(', ');
}

function termToSql(term: string): string {
  const { column } = customerField(term.replace(/^-/, ''));
  return term.startsWith('-') ? `${quoted(column)} DESC` : quoted(column);
}
