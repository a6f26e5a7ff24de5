import { type EmulatorOptions, type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { member } from './member.ts';
import { send } from './send.ts';

/** An emulator with these customers, each made a second after the one before. */
async function emulatorWith(bodies: Record<string, object>, options: EmulatorOptions = {}): Promise<RunningEmulator> {
  let seconds = 0;
  const clock = () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
  const emulator = await startEmulator({ clock, ...options });
  for (const [id, body] of Object.entries(bodies)) {
    seconds += 1;
    await send(emulator, `PUT /customers/${id}`, body);
  }
  return emulator;
}

async function ids(emulator: RunningEmulator, query: string): Promise<unknown> {
  const { body } = await send(emulator, `GET /customers?${query}`);
  return Array.isArray(body) ? body.map((customer: unknown) => member(customer, 'id')) : body;
}

const person = (firstName: string, lastName: string, more: object = {}) => ({
  primaryAddress: { firstName, lastName, ...more },
});

const people = {
  ada: person('Ada', 'Lovelace', { organization: 'Analytical Engines' }),
  bob: person('Bob', 'Ångström', { phoneNumbers: [{ label: 'main', value: '+1 512 777' }] }),
  eve: person('Eve', 'adams', {
    emails: [
      { label: 'main', value: 'eve@example.com' },
      { label: 'work', value: 'EVE@work.test' },
    ],
  }),
};

test('the newest customers come first, and those of the same second by id', async () => {
  await using emulator = await emulatorWith(people);
  expect(await ids(emulator, '')).toEqual(['eve', 'bob', 'ada']);
  await using still = await emulatorWith({ c: {}, a: {}, b: {} }, { clock: () => new Date(0) });
  expect(await ids(still, '')).toEqual(['a', 'b', 'c']);
});

test.each([
  ['', '3', '100', '0', 3],
  ['limit=2', '3', '2', '0', 2],
  ['limit=2&offset=2', '3', '2', '2', 1],
  ['limit=0', '3', '0', '0', 0],
  ['limit=2000&offset=5000', '3', '1000', '1000', 0],
  ['q=eve', '1', '100', '0', 1],
])('the page "%s" tells what it is in its headers', async (query, total, limit, offset, length) => {
  await using emulator = await emulatorWith(people);
  const { status, headers, body } = await send(emulator, `GET /customers?${query}`);
  expect(status).toBe(200);
  expect(body).toHaveLength(length);
  const names = ['pagination-total', 'pagination-limit', 'pagination-offset'];
  expect(names.map((name) => headers.get(name))).toEqual([total, limit, offset]);
});

test.each([
  'limit=abc',
  'limit=',
  'limit=-1',
  'limit=1.5',
  'offset=-1',
  'offset=1e2',
  'sort=firstName',
  'sort=nothing',
])('%s is refused with 400', async (query) => {
  await using emulator = await emulatorWith({});
  const { status, body } = await send(emulator, `GET /customers?${query}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ title: 'Bad Request', invalidFields: [{ field: query.split('=')[0] }] });
});

test.each([
  ['sort=id', ['ada', 'bob', 'eve']],
  ['sort=-id', ['eve', 'bob', 'ada']],
  ['sort=lastName', ['eve', 'ada', 'bob']],
  ['sort=-createdTime', ['eve', 'bob', 'ada']],
  ['sort=createdTime,lastName', ['ada', 'bob', 'eve']],
  ['sort=email,-lastName', ['bob', 'ada', 'eve']],
  ['sort=averageValue,lifetimeRevenue.amount,-updatedTime', ['eve', 'bob', 'ada']],
  ['sort=-lastPaymentTime&sort=paymentCount,invoiceCount,id', ['ada', 'bob', 'eve']],
  ['sort=', ['eve', 'bob', 'ada']],
])('%s orders them', async (query, order) => {
  await using emulator = await emulatorWith(people);
  expect(await ids(emulator, query)).toEqual(order);
});

test.each([
  ['o', ['eve', 'bob', 'ada']],
  ['LOVE', ['ada']],
  ['ada love', ['ada']],
  ['ada bob', []],
  ['engines', ['ada']],
  ['ångström', ['bob']],
  ['512', ['bob']],
  ['work.test', ['eve']],
  ['%', []],
  ['"', []],
  ['', ['eve', 'bob', 'ada']],
])('q=%s finds every word in a text, whatever its case', async (q, found) => {
  await using emulator = await emulatorWith(people);
  expect(await ids(emulator, `q=${encodeURIComponent(q)}`)).toEqual(found);
});

test('q and filter must both hold', async () => {
  await using emulator = await emulatorWith(people);
  expect(await ids(emulator, 'q=o&filter=firstName:Bob')).toEqual(['bob']);
});

test('fields picks members, and id always comes along', async () => {
  await using emulator = await emulatorWith(people);
  const one = await send(emulator, 'GET /customers/ada?fields=firstName,nothing,primaryAddress.city');
  expect(one.body).toEqual({ id: 'ada', firstName: 'Ada' });
  const all = await send(emulator, 'GET /customers?fields=lastName&limit=1');
  expect(all.body).toEqual([{ id: 'eve', lastName: 'adams' }]);
  const embedded = await send(emulator, 'GET /customers/ada?fields=id&expand=leadSource');
  expect(embedded.body).toEqual({ id: 'ada' });
  expect((await send(emulator, 'GET /customers/ada?fields=')).body).toHaveProperty('email');
});

test('expand embeds what there is, and ignores other names', async () => {
  const ada = { leadSource: { source: 'google' }, websiteId: 'web_1', defaultPaymentInstrumentId: 'inst_1' };
  await using emulator = await emulatorWith({ ada, bob: {} });
  const query = 'expand=leadSource,website,defaultPaymentInstrument,constructor&fields=_embedded&sort=id';
  expect((await send(emulator, `GET /customers?${query}`)).body).toMatchObject([
    {
      _embedded: {
        leadSource: { source: 'google' },
        website: { id: 'web_1' },
        defaultPaymentInstrument: { id: 'inst_1', method: 'payment-card' },
      },
    },
    { _embedded: {} },
  ]);
  expect((await send(emulator, 'GET /customers/ada')).body).not.toHaveProperty('_embedded');
  expect((await send(emulator, 'GET /customers/ada?expand=')).body).not.toHaveProperty('_embedded');
  const written = await send(emulator, 'PUT /customers/ada?expand=leadSource', {});
  expect(written.body).toMatchObject({ _embedded: { leadSource: { source: 'google' } } });
});

test('organizations do not see each other', async () => {
  const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['one', 'two'] }] as const;
  await using emulator = await emulatorWith(people, { credentials });
  expect(await ids(emulator, '')).toHaveLength(3);
  expect((await send(emulator, 'GET /organizations/two/customers')).body).toEqual([]);
  expect((await send(emulator, 'GET /organizations/two/customers/ada')).status).toBe(404);
  expect((await send(emulator, 'PUT /organizations/two/customers/ada', {})).status).toBe(201);
  expect((await send(emulator, 'DELETE /organizations/two/customers/ada?targetCustomerId=eve')).status).toBe(404);
});
