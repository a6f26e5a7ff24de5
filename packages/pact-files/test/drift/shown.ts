import { type ApiShape, type Change, compareShapes } from '@customer-contracts/schemas/shapes';

/** The changes in short: `getCustomer 200 email became-nullable`, of a request without a status. */
export function shown(changes: readonly Change[]): readonly string[] {
  return changes.map(({ operation, status, direction, member, kind }) => {
    const where = direction === 'request' ? (status === null ? 'request' : `request ${status}`) : String(status);
    return [operation, where, member, kind].filter((each) => each !== '').join(' ');
  });
}

/** What differs, in short and in order. */
export function differences(base: ApiShape, source: ApiShape): readonly string[] {
  return shown(compareShapes(base, source)).toSorted();
}

/** What changes in each answer that has a customer. */
export function answers(member: string, kind: string): readonly string[] {
  const inList = member === '' ? '[]' : `[].${member}`;
  return [
    `getCustomerCollection 200 ${inList} ${kind}`,
    ...['postCustomer 201', 'getCustomer 200', 'putCustomer 200', 'putCustomer 201'].map((cell) =>
      [cell, member, kind].filter((each) => each !== '').join(' '),
    ),
  ];
}

/** What changes in each request that has a customer. */
export function requests(member: string, kind: string): readonly string[] {
  return ['postCustomer', 'putCustomer'].map((id) =>
    [id, 'request', member, kind].filter((each) => each !== '').join(' '),
  );
}

/** The kind of a change the other way round. */
export function turned(change: string): string {
  const [kind = ''] = change.split(' ').slice(-1);
  const other = opposites[kind];
  return other === undefined ? change : change.replace(kind, other);
}

const opposites: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['operation-added', 'operation-removed'],
    ['enum-value-added', 'enum-value-removed'],
    ['became-nullable', 'no-longer-nullable'],
    ['became-optional', 'became-required'],
    ['member-added', 'member-removed'],
    ['status-added', 'status-removed'],
    ['header-added', 'header-removed'],
    ['parameter-added', 'parameter-removed'],
  ].flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
);
