import { judgeQuery, rawFilter } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

const judge = (call: Readonly<Record<string, unknown>>) => judgeQuery('getCustomerCollection', call);

test('writes clauses and a raw filter as the text that goes over the wire, and leaves text alone', () => {
  const clauses = [{ field: 'email', terms: [{ kind: 'literal', negated: false, value: 'ada@example.com' }] }];

  for (const filter of ['email:ada@example.com', clauses, rawFilter('email:ada@example.com')]) {
    expect(judge({ limit: 5, filter })).toEqual({ call: { limit: 5, filter: 'email:ada@example.com' }, problems: [] });
  }
});

test('says what a filter and a sort name that customers have not', () => {
  expect(judge({ filter: 'createTime:1', sort: ['-createdAt', 'email'] }).problems).toEqual([
    {
      member: 'filter',
      kind: 'unknown-field',
      message: 'There is no field "createTime". The nearest name is "createdTime".',
    },
    {
      member: 'sort',
      kind: 'unsortable-field',
      message: 'Customers can\'t be sorted by "createdAt". The nearest name is "createdTime".',
    },
  ]);
  expect(judge({ filter: 'email=ada@example.com' }).problems).toEqual([
    {
      member: 'filter',
      kind: 'unreadable-filter',
      message: 'the clause "email=ada@example.com" has no ":". Write a field, ":" and a value, as in firstName:John.',
    },
  ]);
});

test('leaves a call alone that lists nothing', () => {
  const call = { id: 'cus_01', filter: 'nonsense' };

  expect(judgeQuery('getCustomer', call)).toEqual({ call, problems: [] });
});

test('a raw filter names any field, in the API’s grammar', () => {
  expect(judge({ filter: rawFilter('shoeSize:42') })).toEqual({ call: { filter: 'shoeSize:42' }, problems: [] });
  // @ts-expect-error -- as plain JavaScript does
  expect(() => rawFilter(undefined)).toThrow(
    'Failed to parse filter: it is absent. Write it as text, as in firstName:John.',
  );
  expect(() => rawFilter('shoeSize=42')).toThrow(
    'Failed to parse filter: the clause "shoeSize=42" has no ":". Write a field, ":" and a value, as in firstName:John.',
  );
});
