import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { Customer, LeadSource } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { member } from './member.ts';
import { send } from './send.ts';

/** As PHP's `json_encode` with JSON_FORCE_OBJECT writes it, which the SDK 2.x uses: every list is an object. */
function forcedObjects(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, forcedObjects(member)]));
}

/** As PHP's `json_encode` writes what `json_decode` has read into arrays, which the SDK 4 does: every empty object is a list. */
function emptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(emptyLists);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, emptyLists(member)]);
  return members.length === 0 ? [] : Object.fromEntries(members);
}

const address = {
  firstName: 'Ada',
  emails: [
    { label: 'main', value: 'ada@example.com', primary: true },
    { label: 'work', value: 'ada@example.org' },
  ],
  phoneNumbers: [],
};

test.each<[string, unknown, unknown]>([
  ['customFields', [], {}],
  ['primaryAddress', [], expect.objectContaining({ firstName: null })],
  ['primaryAddress', { emails: {}, phoneNumbers: {} }, expect.objectContaining({ emails: [], phoneNumbers: [] })],
  ['primaryAddress', { emails: { 0: address.emails[0] } }, expect.objectContaining({ emails: [address.emails[0]] })],
  [
    'primaryAddress',
    { emails: { 1: address.emails[1], 0: address.emails[0] } },
    expect.objectContaining({ emails: address.emails }),
  ],
  ['taxNumbers', {}, []],
  ['taxNumbers', { 0: { type: 'other', value: 'x' } }, [{ type: 'other', value: 'x', isValid: null }]],
  ['notificationEmails', { 0: 'a@example.com', 1: 'b@example.com' }, ['a@example.com', 'b@example.com']],
])('%s is taken as PHP writes it: %j', async (name, written, stored) => {
  await using emulator = await startEmulator();
  const { status, body } = await send(emulator, 'PUT /customers/ada', { [name]: written });
  expect({ status, member: member(body, name) }).toEqual({ status: 201, member: stored });
});

test.each(['POST /customers', 'PUT /customers/ada', 'PUT /customers/ada/lead-source'])(
  '%s takes an empty list for an empty body, and an empty lead source',
  async (line) => {
    await using emulator = await startEmulator();
    await send(emulator, 'PUT /customers/ada', {});
    expect((await send(emulator, line, [])).status).toBeLessThan(300);
    expect((await send(emulator, 'POST /customers', { leadSource: [] })).status).toBe(201);
  },
);

test.each([
  ['emails', { primaryAddress: { emails: { 1: address.emails[0] } } }, 'primaryAddress.emails'],
  [
    'emails',
    { primaryAddress: { emails: { 0: address.emails[0], main: address.emails[1] } } },
    'primaryAddress.emails',
  ],
  ['emails', { primaryAddress: { emails: { '00': address.emails[0] } } }, 'primaryAddress.emails'],
  ['customFields', { customFields: [1] }, 'customFields'],
  ['an item of a list that PHP made an object', { notificationEmails: { 0: 'no' } }, 'notificationEmails.0'],
])('what is no list and no map is refused still: %s', async (_, body, field) => {
  await using emulator = await startEmulator();
  expect(await send(emulator, 'PUT /customers/ada', body)).toMatchObject({
    status: 422,
    body: { invalidFields: [{ field }] },
  });
});

test('the SDK 4 reads a customer, changes it and writes it back', async () => {
  await using emulator = await startEmulator();
  await send(emulator, 'PUT /customers/ada', { primaryAddress: address });
  const { body: read } = await send(emulator, 'GET /customers/ada');
  const written = emptyLists({ ...Customer.parse(read), locale: 'fr-FR' });
  expect(written).toMatchObject({ customFields: [] });
  const { status, body } = await send(emulator, 'PUT /customers/ada', written);
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { locale: 'fr-FR', customFields: {}, email: 'ada@example.com' },
  });
});

test('the SDK 2.x makes a customer and a lead source, reads it and changes it', async () => {
  await using emulator = await startEmulator();
  const body = forcedObjects({ primaryAddress: address, customFields: {}, websiteId: 'web_1', taxNumbers: [] });
  const created = await send(emulator, 'PUT /customers/ada', body);
  expect(created).toMatchObject({ status: 201, body: { email: 'ada@example.com', taxNumbers: [] } });
  expect(Customer.parse(created.body).primaryAddress?.emails).toEqual(address.emails);
  const again = await send(emulator, 'PUT /customers/ada', forcedObjects(created.body));
  const { updatedTime: _, ...before } = Customer.parse(created.body);
  expect(Customer.parse(again.body)).toMatchObject({ ...before, revision: 2 });
  const source = await send(emulator, 'PUT /customers/ada/lead-source', forcedObjects({ medium: 'cpc' }));
  expect(LeadSource.parse(source.body).medium).toBe('cpc');
});

/** Sends a request with a body that `fetch` would not send, and reads the whole answer. */
async function sendRaw({ url, apiKey }: RunningEmulator, line: string, body: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const head = `${line} HTTP/1.1\r\nHost: x\r\nREB-APIKEY: ${apiKey}\r\nContent-Type: application/json\r\nConnection: close`;
  socket.write(`${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  return text(socket);
}

test.each(['null', '{}', '[]', 'no JSON', 'x'.repeat(2_000_000)])(
  'the SDK 2.x sends a body with GET and DELETE, which is not looked at: %.10s',
  async (body) => {
    await using emulator = await startEmulator();
    for (const id of ['ada', 'bob']) await send(emulator, `PUT /customers/${id}`, {});
    await send(emulator, 'PUT /customers/ada/lead-source', {});
    expect(await sendRaw(emulator, 'GET /customers', body)).toMatch(/^HTTP\/1.1 200 /);
    expect(await sendRaw(emulator, 'DELETE /customers/ada/lead-source', body)).toMatch(/^HTTP\/1.1 204 /);
    expect(await sendRaw(emulator, 'DELETE /customers/ada?targetCustomerId=bob', body)).toMatch(/^HTTP\/1.1 204 /);
  },
);
