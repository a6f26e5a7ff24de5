import { judgeSort } from '@customer-contracts/schemas';

import { compared } from '../database/schema.ts';
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
  const names = sort.length === 0 ? ['-createdTime'] : sort;
  return [...names.map(termToSql), 'id'].join(', ');
}

function termToSql(term: string): string {
  const name = term.replace(/^-/, '');
  const value = name === 'id' ? name : compared(customerField(name).path);
  return term.startsWith('-') ? `${value} DESC` : value;
}
