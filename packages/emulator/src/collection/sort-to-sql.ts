import { compared } from '../database/schema.ts';
import { customerField } from './customer-field.ts';
import { unreadable } from './unreadable.ts';

/** What lists can be sorted by: what the API's document marks, and what that of 2020 listed (docs/api-decisions.md#sort). */
const sortable = new Set([
  'id',
  'email',
  'lastName',
  'websiteId',
  'createdTime',
  'updatedTime',
  'paymentCount',
  'lastPaymentTime',
  'invoiceCount',
  'averageValue',
  'averageValue.amount',
  'averageValue.currency',
  'lifetimeRevenue',
  'lifetimeRevenue.amount',
  'lifetimeRevenue.currency',
]);

/**
 * The order of a list: the newest first where none is asked for, equal ones by id (docs/api-decisions.md#q17).
 *
 * @throws {Refusal} with 400 when lists can't be sorted by the member.
 */
export function sortToSql(sort: readonly string[]): string {
  const names = sort.length === 0 ? ['-createdTime'] : sort;
  return [...names.map(termToSql), 'id'].join(', ');
}

function termToSql(term: string): string {
  const name = term.replace(/^-/, '');
  const field = sortable.has(name) ? customerField(name) : undefined;
  if (field === undefined || field.type === 'custom')
    throw unreadable('sort', `Customers can't be sorted by "${name}".`);
  const value = name === 'id' ? name : compared(field.path);
  return term.startsWith('-') ? `${value} DESC` : value;
}
