import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { createEmulator, startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { member } from './member.ts';
import { send } from './send.ts';
import { setUpState } from './set-up-state.ts';
import { temporaryFolder } from './temporary-folder.ts';

const clock = () => new Date('2026-01-01T00:00:00Z');

test('what happens to customers is told by the names of the webhooks, in its order', async () => {
  await using emulator = await startEmulator({ clock });
  const { body } = await send(emulator, 'POST /customers', { locale: 'en' });
  const made = String(member(body, 'id'));
  await send(emulator, 'PUT /customers/ada', { leadSource: { medium: 'cpc' } });
  await send(emulator, 'PUT /customers/ada', {});
  await send(emulator, 'PUT /customers/ada/lead-source', { medium: 'organic' });
  await send(emulator, 'DELETE /customers/ada/lead-source');
  await send(emulator, `DELETE /customers/${made}?targetCustomerId=ada`);
  const common = { time: '2026-01-01T00:00:00Z', organizationId: 'demo' };
  const events = [
    { number: 1, ...common, customerId: made, eventType: 'customer-created' },
    { number: 2, ...common, customerId: 'ada', eventType: 'customer-created' },
    { number: 3, ...common, customerId: 'ada', eventType: 'lead-source-changed' },
    { number: 4, ...common, customerId: 'ada', eventType: 'customer-updated' },
    { number: 5, ...common, customerId: 'ada', eventType: 'lead-source-changed' },
    { number: 6, ...common, customerId: 'ada', eventType: 'lead-source-changed' },
    {
      number: 7,
      ...common,
      customerId: made,
      eventType: 'customer-merged',
      targetCustomerId: 'ada',
      duplicatedCustomer: body,
    },
  ];
  expect(emulator.events.find()).toEqual(events);
  expect((await send(emulator, 'GET /_events')).body).toEqual(events);
});

test('what was refused, or not carried out, is no event', async () => {
  await using emulator = await startEmulator({
    faults: [{ kind: 'error', status: 500, operations: ['postCustomer'] }],
  });
  await send(emulator, 'POST /customers', {});
  await send(emulator, 'PUT /customers/ada', { locale: 1 });
  await send(emulator, 'PUT /customers/ada/lead-source', {});
  await send(emulator, 'DELETE /customers/ada/lead-source');
  await send(emulator, 'DELETE /customers/ada?targetCustomerId=bob');
  await send(emulator, 'GET /customers/ada');
  expect(emulator.events.find()).toEqual([]);
});

test('they are fetched page by page behind a number, and by type', async () => {
  await using emulator = await startEmulator();
  for (const id of ['a', 'b', 'c']) await send(emulator, `PUT /customers/${id}`, { leadSource: { medium: 'cpc' } });
  const seen: unknown[] = [];
  for (let after = 0; ;) {
    const { body } = await send(emulator, `GET /_events?after=${after}&limit=2`);
    const last = member(body, '1') ?? member(body, '0');
    if (last === undefined) break;
    seen.push(body);
    after = Number(member(last, 'number'));
  }
  expect(seen.flat()).toEqual(emulator.events.find());
  expect(seen).toHaveLength(3);
  const { body } = await send(emulator, 'GET /_events?eventType=customer-created&after=1');
  expect(body).toMatchObject([{ customerId: 'b' }, { customerId: 'c' }]);
});

test.each([
  ['after=x', 'after: Give the number of an event.'],
  ['after=1&after=2', undefined],
  ['limit=0', 'limit: Give a whole number of 1 and more.'],
  [
    'eventType=customer-deleted',
    'eventType: Give one of customer-created, customer-updated, customer-merged, lead-source-changed.',
  ],
  ['organizationId=other', 'Unrecognized key: "organizationId".'],
])('%s can not be asked for', async (query, message) => {
  await using emulator = await startEmulator();
  const { status, body } = await send(emulator, `GET /_events?${query}`);
  const detail = message === undefined ? '/_events takes after once.' : `/_events can't read its query: ${message}`;
  expect({ status, detail: member(body, 'detail') }).toEqual({ status: 400, detail });
});

test('the handle refuses what it can not ask for', () => {
  using emulator = createEmulator();
  const asked = { after: 0, type: 'customer-created' };
  expect(() => emulator.events.find(asked)).toThrow(
    'Failed to find events: there is no option type. Choose from after, eventType, organizationId, limit.',
  );
});

test('an organization fetches its own', async () => {
  const credentials = ['one', 'two'].map(
    (name) => ({ kind: 'apiKey', secret: `key-${name}`, organizations: [name] }) as const,
  );
  await using emulator = await startEmulator({ credentials });
  const as = (name: string) => ({ url: emulator.url, apiKey: `key-${name}` });
  await send(as('one'), 'PUT /customers/ada', {});
  await send(as('two'), 'PUT /customers/bob', {});
  expect((await send(as('two'), 'GET /_events')).body).toMatchObject([{ number: 2, customerId: 'bob' }]);
  expect(emulator.events.find({ organizationId: 'one' })).toMatchObject([{ customerId: 'ada' }]);
  expect((await send(as('three'), 'GET /_events')).status).toBe(401);
});

test('they outlive the emulator in its file, and their numbers go on', async () => {
  await using folder = await temporaryFolder();
  const options = { database: join(folder.path, 'customers.db'), clock } as const;
  {
    await using emulator = await startEmulator(options);
    await send(emulator, 'PUT /customers/ada', {});
  }
  await using emulator = await startEmulator(options);
  await send(emulator, 'PUT /customers/ada', {});
  expect(emulator.events.find().map(({ number, eventType }) => [number, eventType])).toEqual([
    [1, 'customer-created'],
    [2, 'customer-updated'],
  ]);
});

test('a file of an emulator that knew no events gets some', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  createEmulator({ database, customers: { count: 2, seed: 1 } }).close();
  const file = new DatabaseSync(database);
  file.exec('DROP TABLE events; PRAGMA journal_mode = DELETE');
  file.close();
  await using emulator = await startEmulator({ database });
  await send(emulator, 'PUT /customers/ada', {});
  expect(emulator.events.find()).toMatchObject([{ number: 1 }]);
});

test('what was filled in, and what a provider state brings about, is no event; its organization takes its events along', async () => {
  await using emulator = await startEmulator({ providerStates: true, customers: { count: 5, seed: 1 } });
  const { apiKey, organizationId } = await setUpState(emulator, 'a customer exists', { id: 'cus_01' });
  expect(emulator.events.find()).toEqual([]);
  await send({ ...emulator, apiKey }, 'PUT /customers/cus_01', {});
  expect(emulator.events.find()).toMatchObject([{ organizationId, eventType: 'customer-updated' }]);
  const teardown = { state: 'a customer exists', action: 'teardown', params: { organizationId } };
  await send(emulator, 'POST /_provider-states', teardown);
  expect(emulator.events.find()).toEqual([]);
  await send(emulator, 'PUT /customers/ada', {});
  expect(emulator.events.find()).toMatchObject([{ number: 2 }]);
});

test('the last ten thousand are kept, and fewer where merged customers are large', async () => {
  await using folder = await temporaryFolder();
  const database = join(folder.path, 'customers.db');
  await using emulator = await startEmulator({ database, rateLimit: false });
  const file = new DatabaseSync(database);
  const add = (count: number, merged: string) =>
    file.exec(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
       INSERT INTO events (organization_id, type, time, customer_id, merged)
       SELECT 'demo', 'customer-merged', '2026-01-01T00:00:00Z', 'ada', ${merged} FROM n`,
    );
  const numbers = () => Number(file.prepare('SELECT count(*) AS count FROM events').get()?.['count']);
  add(10_200, 'NULL');
  for (let count = 0; count < 64; count += 1) await send(emulator, 'PUT /customers/ada', {});
  expect(numbers()).toBeGreaterThanOrEqual(10_000);
  expect(numbers()).toBeLessThan(10_064);
  add(40, "printf('%.*c', 1000000, 'x')");
  for (let count = 0; count < 64; count += 1) await send(emulator, 'PUT /customers/ada', {});
  // Sixteen of them, and what came behind.
  expect(numbers()).toBeGreaterThanOrEqual(16 + 64);
  expect(numbers()).toBeLessThan(16 + 64 + 64);
  file.close();
});
