import { startEmulator } from '@customer-contracts/emulator';
import { Customer } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

import { send } from './send.ts';

const clock = () => new Date('2026-11-23T10:00:00.500Z');

test('a new customer has null for what may be null, and lacks what else is not set', async () => {
  await using emulator = await startEmulator({ clock, random: (size) => new Uint8Array(size) });
  const { status, headers, body } = await send(emulator, 'POST /customers', {});
  const id = 'cus_01M83XJ8QM0000000000000000';
  expect(status).toBe(201);
  expect(headers.get('location')).toBe(`${emulator.url}/organizations/demo/customers/${id}`);
  expect(body).toEqual({
    id,
    email: null,
    firstName: null,
    lastName: null,
    preferredPayoutInstrumentId: null,
    customFields: {},
    locale: null,
    personId: 'prs_01M83XJ8QM0000000000000000',
    primaryAddress: null,
    taxNumbers: null,
    defaultPaymentInstrument: null,
    company: null,
    averageValue: { currency: 'USD', amount: 0, amountUsd: 0 },
    paymentCount: 0,
    lastPaymentTime: null,
    lifetimeRevenue: { currency: 'USD', amount: 0, amountUsd: 0 },
    invoiceCount: 0,
    tags: [],
    revision: 1,
    hasFulfilledKyc: false,
    organizationId: 'demo',
    createdTime: '2026-11-23T10:00:00Z',
    updatedTime: '2026-11-23T10:00:00Z',
    _links: [
      { rel: 'self', href: `/organizations/demo/customers/${id}` },
      { rel: 'leadSource', href: `/organizations/demo/customers/${id}/lead-source` },
    ],
  });
});

test('a PUT answers 201 for a free id and 200 for a taken one, and leaves nothing of what was written before', async () => {
  let now = clock();
  await using emulator = await startEmulator({ clock: () => now });
  const first = {
    locale: 'en-GB',
    customFields: { vip: true },
    websiteId: 'web_1',
    taxNumbers: [{ type: 'other', value: '1' }],
  };
  const created = await send(emulator, 'PUT /customers/ada', first);
  expect(created.status).toBe(201);
  expect(created.headers.get('location')).toBe(`${emulator.url}/organizations/demo/customers/ada`);
  now = new Date('2026-11-24T10:00:00Z');
  const replaced = await send(emulator, 'PUT /customers/ada', {});
  expect(replaced.status).toBe(200);
  expect(replaced.headers.get('location')).toBeNull();
  expect(replaced.body).toMatchObject({
    locale: null,
    customFields: {},
    taxNumbers: null,
    revision: 2,
    createdTime: '2026-11-23T10:00:00Z',
    updatedTime: '2026-11-24T10:00:00Z',
  });
  expect(replaced.body).not.toHaveProperty('websiteId');
  expect((await send(emulator, 'GET /customers/ada')).body).toEqual(replaced.body);
});

test('the server keeps the person and the payment instrument of a replaced customer', async () => {
  await using emulator = await startEmulator();
  const { body } = await send(emulator, 'PUT /customers/ada', { defaultPaymentInstrumentId: 'inst_1' });
  const { personId } = Customer.parse(body);
  const replaced = await send(emulator, 'PUT /customers/ada', {});
  const defaultPaymentInstrument = { method: 'payment-card', paymentInstrumentId: 'inst_1' };
  expect(replaced.body).toMatchObject({ personId, defaultPaymentInstrument });
  const unset = await send(emulator, 'PUT /customers/ada', { defaultPaymentInstrumentId: null });
  expect(unset.body).toMatchObject({ defaultPaymentInstrument: null });
});

test('a payment token wins over an instrument, works once, and comes back in no answer', async () => {
  await using emulator = await startEmulator();
  const body = { paymentToken: 'token-1', defaultPaymentInstrumentId: 'inst_1' };
  const first = await send(emulator, 'PUT /customers/ada', body);
  expect(Customer.parse(first.body).defaultPaymentInstrument?.paymentInstrumentId).toMatch(/^inst_.{26}$/);
  expect(JSON.stringify(first.body)).not.toContain('token-1');
  const second = await send(emulator, 'PUT /customers/ada', body);
  expect(second).toMatchObject({ status: 422, body: { invalidFields: [{ field: 'paymentToken' }] } });
});

test.each([
  ['the first primary one', [{ value: 'a@example.com' }, { value: 'b@example.com', primary: true }], 'b@example.com'],
  ['the first one without a primary one', [{ value: 'a@example.com' }, { value: 'b@example.com' }], 'a@example.com'],
  ['null without any', [], null],
])('the e-mail address is %s', async (_, emails, email) => {
  await using emulator = await startEmulator();
  const primaryAddress = { emails: emails.map((each) => ({ label: 'main', ...each })) };
  const { body } = await send(emulator, 'POST /customers', { primaryAddress });
  expect(body).toMatchObject({ email });
});

test('equal contacts have equal hashes', async () => {
  await using emulator = await startEmulator();
  const hashOf = async (primaryAddress: object) => {
    const { body } = await send(emulator, 'POST /customers', { primaryAddress });
    return Customer.parse(body).primaryAddress?.hash;
  };
  const hash = await hashOf({ firstName: 'Ada', city: 'London' });
  expect(hash).toMatch(/^[\da-f]{40}$/);
  expect(await hashOf({ city: ' LONDON', firstName: 'ada', lastName: null })).toBe(hash);
  expect(await hashOf({ firstName: 'Ada', city: 'Leeds' })).not.toBe(hash);
});

test('read-only and unknown members of a body are ignored, at every depth', async () => {
  await using emulator = await startEmulator();
  const email = { label: 'main', value: 'ada@example.com' };
  const taxNumber = { type: 'eu-vat', value: 'GB980780684' };
  const { body } = await send(emulator, 'PUT /customers/ada', {
    primaryAddress: { firstName: 'Ada', emails: [email] },
    taxNumbers: [taxNumber],
  });
  const before = Customer.parse(body);
  const again = await send(emulator, 'PUT /customers/ada', {
    ...before,
    paymentCount: 'many',
    isEddRequired: true,
    primaryAddress: { ...before.primaryAddress, hash: 1, emails: [{ ...email, verified: 1 }] },
    taxNumbers: [{ ...taxNumber, isValid: 'yes' }],
  });
  expect(again.status).toBe(200);
  const { updatedTime } = Customer.parse(again.body);
  expect(again.body).toEqual({ ...before, revision: 2, updatedTime });
});

test('every answer is a Customer', async () => {
  await using emulator = await startEmulator();
  const { body } = await send(emulator, 'POST /customers', {
    primaryAddress: { dob: '1980-04-01', phoneNumbers: [{ label: 'main', value: '1-512-777-0269', primary: true }] },
    taxNumbers: [{ type: 'other', value: '1', isDefault: true }],
    notificationEmails: ['ada@example.com'],
    preferredPayoutInstrumentId: 'inst_1',
    websiteId: 'web_1',
  });
  expect(Customer.strict().parse(body)).toEqual(body);
});

test.each(['/customers', '/customers/', '/organizations/demo/customers', '/organizations/demo/customers/'])(
  'a customer is created at %s',
  async (path) => {
    await using emulator = await startEmulator();
    expect((await send(emulator, `POST ${path}`, {})).status).toBe(201);
    expect((await send(emulator, `GET ${path}`)).body).toHaveLength(1);
  },
);

test('the longest id works, a longer one and other characters find nothing', async () => {
  await using emulator = await startEmulator();
  const longest = `@~-._aZ9${'x'.repeat(42)}`;
  expect((await send(emulator, `PUT /customers/${longest}`, {})).status).toBe(201);
  expect((await send(emulator, `GET /customers/${longest}`)).status).toBe(200);
  for (const id of [`${longest}x`, 'a%20b', '%C3%A9', '%', 'a%2Fb']) {
    expect((await send(emulator, `PUT /customers/${id}`, {})).status).toBe(404);
    expect((await send(emulator, `GET /customers/${id}`)).status).toBe(404);
  }
  expect((await send(emulator, 'GET /customers/a%20b')).body).toMatchObject({
    detail: 'There is nothing at {"id":"a b"}. An id is 1 to 50 ASCII letters, digits, dots and _ @ ~ -.',
  });
});

test('two emulators with the same clock and random bytes give the same answers', async () => {
  const answers = async () => {
    await using emulator = await startEmulator({ clock, random: (size) => new Uint8Array(size).fill(7) });
    return (await send(emulator, 'POST /customers', { paymentToken: 'a' })).body;
  };
  expect(await answers()).toEqual(await answers());
});
