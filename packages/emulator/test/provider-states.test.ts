import { startEmulator } from '@customer-contracts/emulator';
import { Customer, LeadSource, providerStates } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { member, memberNames } from './member.ts';
import { send } from './send.ts';
import { setUpState } from './set-up-state.ts';

const { customerExists, customersExist, leadSourceExists } = providerStates;

test('a complete customer has every member, and related resources where expand asks for them', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const target = await setUpState(emulator, customerExists.sentence, { id: 'ada', view: 'complete' });
  const expand = 'expand=leadSource,website,defaultPaymentInstrument';
  const { body } = await send(target, `GET /customers/ada?${expand}`);
  expect(memberNames(body)).toEqual(Object.keys(Customer.shape).toSorted());
  expect(memberNames(body).filter((name) => member(body, name) === null)).toEqual([]);
  expect(memberNames(member(body, '_embedded'))).toEqual(['defaultPaymentInstrument', 'leadSource', 'website']);
  expect((await send(target, 'GET /customers/ada')).body).not.toHaveProperty('_embedded');
});

test('a bare customer has its id and null where that may be, and nothing else', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const target = await setUpState(emulator, customerExists.sentence, { id: 'ada', view: 'bare' });
  const { body } = await send(target, 'GET /customers/ada');
  const nullable = Object.entries(Customer.shape).filter(([, schema]) => schema.safeParse(null).success);
  expect(body).toEqual({ id: 'ada', ...Object.fromEntries(nullable.map(([name]) => [name, null])) });
  expect((await send(target, 'GET /customers/ada/lead-source')).status).toBe(404);
});

test('lead sources come complete and bare', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const complete = await setUpState(emulator, leadSourceExists.sentence, { id: 'ada', view: 'complete' });
  const full = await send(complete, 'GET /customers/ada/lead-source');
  expect(memberNames(full.body)).toEqual(Object.keys(LeadSource.shape).toSorted());
  const bare = await setUpState(emulator, leadSourceExists.sentence, { id: 'ada', view: 'bare' });
  const { body } = await send(bare, 'GET /customers/ada/lead-source');
  expect(body).toHaveProperty('source', null);
  expect(body).not.toHaveProperty('createdTime');
});

test.each(['complete', 'bare'])('a %s customer can be written', async (view) => {
  await using emulator = await startEmulator({ providerStates: true });
  const target = await setUpState(emulator, customerExists.sentence, { id: 'ada', view });
  const before = await send(target, 'GET /customers/ada');
  const { status, body } = await send(target, 'PUT /customers/ada', before.body);
  expect(status).toBe(200);
  expect(Customer.strict().safeParse(body).success).toBe(true);
  expect(body).toMatchObject({ company: member(before.body, 'company'), tags: member(before.body, 'tags') ?? [] });
  expect((await send(target, 'PUT /customers/ada/lead-source', {})).status).toBe(201);
});

test.each(['complete', 'bare'])('%s customers can be listed', async (view) => {
  await using emulator = await startEmulator({ providerStates: true });
  const target = await setUpState(emulator, customersExist.sentence, { count: 120, view });
  const { headers, body } = await send(target, 'GET /customers');
  expect(headers.get('pagination-total')).toBe('120');
  expect(body).toHaveLength(100);
  expect((await send(target, 'GET /customers?q=customer-12&filter=createdTime:2000-01-01T00:00:00Z..')).status).toBe(
    200,
  );
});

test('states do not meet each other or the data of the emulator', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const params = { id: 'ada', view: 'bare' };
  const targets = await Promise.all(
    Array.from({ length: 20 }, () => setUpState(emulator, customerExists.sentence, params)),
  );
  for (const target of targets) expect((await send(target, 'GET /customers')).body).toHaveLength(1);
  expect((await send(emulator, 'GET /customers')).body).toEqual([]);
});

test('a teardown drops the organization of its state, and no other', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const state = customerExists.sentence;
  const { apiKey, organizationId } = await setUpState(emulator, state, { id: 'ada', view: 'bare' });
  const tearDown = (params: object) => send(emulator, 'POST /_provider-states', { state, action: 'teardown', params });
  expect((await tearDown({ id: 'ada', organizationId })).status).toBe(200);
  expect((await send({ ...emulator, apiKey }, 'GET /customers')).status).toBe(401);
  await send(emulator, 'PUT /customers/ada', {});
  expect((await tearDown({ organizationId: 'demo' })).status).toBe(200);
  expect((await send(emulator, 'GET /customers/ada')).status).toBe(200);
});

test('a state has a secret of each kind, which opens what operations take of that kind', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const params = { id: 'ada', view: 'complete' };
  const setup = await send(emulator, 'POST /_provider-states', { state: customerExists.sentence, params });
  const statusFor = async (token: unknown, path: string) => {
    const headers = { Authorization: `Bearer ${String(token)}` };
    return (await fetch(`${emulator.url}${path}`, { headers })).status;
  };

  const { jwt, applicationJwt } = z.object({ jwt: z.string(), applicationJwt: z.string() }).parse(setup.body);
  expect(await statusFor(jwt, '/customers/ada/lead-source')).toBe(200);
  expect(await statusFor(applicationJwt, '/customers/ada')).toBe(200);
  expect(await statusFor(applicationJwt, '/customers/ada/lead-source')).toBe(403);
  await send(emulator, 'POST /_provider-states', {
    state: customerExists.sentence,
    action: 'teardown',
    params: setup.body,
  });
  expect(await statusFor(jwt, '/customers/ada')).toBe(401);
});

test('a state that leaves out how much is there has all of it, and two customers', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const one = await setUpState(emulator, customerExists.sentence, { id: 'ada' });
  expect((await send(one, 'GET /customers/ada')).body).toHaveProperty('company.name');
  const several = await setUpState(emulator, customersExist.sentence, {});
  expect((await send(several, 'GET /customers')).body).toMatchObject([{ company: {} }, { company: {} }]);
});

test.each([
  [customerExists.sentence, 'GET /customers/ada', 200],
  [customerExists.sentence, 'PUT /customers/ada', 200],
  [customerExists.sentence, 'GET /customers?fields=id', 200],
  [customerExists.sentence, 'GET /customers/a%20b', 404],
  [providerStates.customerDoesNotExist.sentence, 'GET /customers/ada', 404],
  [leadSourceExists.sentence, 'GET /customers/ada/lead-source', 200],
  [providerStates.leadSourceDoesNotExist.sentence, 'GET /customers/ada/lead-source', 404],
  [providerStates.leadSourceDoesNotExist.sentence, 'PUT /customers/ada/lead-source', 201],
  [providerStates.duplicateCustomersExist.sentence, 'DELETE /customers/ada?targetCustomerId=bob', 204],
])('"%s" without an id is about whom %s asks for: %i', async (sentence, line, status) => {
  await using emulator = await startEmulator({ providerStates: true });
  const target = await setUpState(emulator, sentence, {});
  expect((await send(target, line, line.startsWith('PUT') ? {} : undefined)).status).toBe(status);
});

test('a state without an id is about the first who is asked for, and says so at once where it is wrong otherwise', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const target = await setUpState(emulator, customerExists.sentence, { members: { email: 'ada@example.com' } });
  expect((await send(target, 'GET /customers?id=eve')).body).toEqual([]);
  expect((await send(target, 'GET /customers/ada')).body).toMatchObject({ id: 'ada', email: 'ada@example.com' });
  expect((await send(target, 'GET /customers/bob')).status).toBe(404);
  const params = { view: 'half' };
  const wrong = await send(emulator, 'POST /_provider-states', { state: customerExists.sentence, params });
  expect(wrong).toMatchObject({ status: 422, body: { invalidFields: [{ field: 'params.view' }] } });
});

test('an unknown state and parameters that break its schema are named', async () => {
  await using emulator = await startEmulator({ providerStates: true });
  const unknown = await send(emulator, 'POST /_provider-states', { state: 'all is well', action: 'setup' });
  expect(unknown).toMatchObject({ status: 422, body: { detail: 'There is no provider state "all is well".' } });
  const invalid = await send(emulator, 'POST /_provider-states', {
    state: customerExists.sentence,
    params: { id: 'a b', view: 'half' },
  });
  expect(invalid.status).toBe(422);
  expect(invalid.body).toMatchObject({
    detail: 'The parameters of the provider state "a customer exists" break its schema.',
    invalidFields: [{ field: 'params.id' }, { field: 'params.view' }],
  });
});

test('provider states are off unless they are asked for', async () => {
  await using emulator = await startEmulator();
  const state = customerExists.sentence;
  expect((await send(emulator, 'POST /_provider-states', { state })).status).toBe(404);
});
