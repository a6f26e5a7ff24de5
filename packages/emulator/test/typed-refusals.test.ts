import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { member } from './member.ts';
import { send } from './send.ts';

const filtered = (filter: string) => `GET /customers?filter=${encodeURIComponent(filter)}`;

test.each([
  'primaryAddress.lastName:true',
  'firstName:!false',
  'email:ada@example.com,true',
  'primaryAddress.emails.value:true',
  'paymentCount:many',
  'createdTime:yesterday',
  'hasFulfilledKyc:yes',
])('a value that the member can not have is refused: %s', async (filter) => {
  await using emulator = await startEmulator();
  const { status, body } = await send(emulator, filtered(filter));
  expect(status).toBe(400);
  expect(member(body, 'invalidFields', '0', 'field')).toBe('filter');
});

test.each([
  'firstName:Ann; lastName:Lee',
  'firstName : Ann ;\n  lastName : Lee',
  'firstName:Ann,\tBob;\r\nlastName:!Doe',
  ' firstName:Ann ',
  'firstName:Ann;lastName:Lee,True',
])('white space round separators does not count: %j', async (filter) => {
  await using emulator = await startEmulator();
  await send(emulator, 'PUT /customers/ann', { primaryAddress: { firstName: 'Ann', lastName: 'Lee' } });
  await send(emulator, 'PUT /customers/doe', { primaryAddress: { firstName: 'Ann', lastName: 'Doe' } });
  const { status, body } = await send(emulator, `${filtered(filter)}&fields=id&sort=-id`);
  expect({ status, last: member(body, '1') ?? member(body, '0') }).toEqual({ status: 200, last: { id: 'ann' } });
});

test('who is called True is found so', async () => {
  await using emulator = await startEmulator();
  await send(emulator, 'PUT /customers/ann', { primaryAddress: { lastName: 'True' } });
  const { body } = await send(emulator, `${filtered('lastName:True')}&fields=id`);
  expect(body).toEqual([{ id: 'ann' }]);
});
