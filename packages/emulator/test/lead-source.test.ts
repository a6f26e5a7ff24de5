import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { send } from './send.ts';

const path = '/customers/ada/lead-source';

test('the newest lead source is on top, and the first one in original', async () => {
  let now = new Date('2026-11-23T10:00:00Z');
  await using emulator = await startEmulator({ clock: () => now });
  await send(emulator, 'PUT /customers/ada', {});
  const first = await send(emulator, `PUT ${path}`, { source: 'google' });
  expect(first.status).toBe(201);
  expect(first.headers.get('location')).toBe(`${emulator.url}/organizations/demo${path}`);
  const attribution = {
    medium: null,
    source: 'google',
    campaign: null,
    term: null,
    content: null,
    affiliate: null,
    subAffiliate: null,
    salesAgent: null,
    clickId: null,
    path: null,
    referrer: null,
    createdTime: '2026-11-23T10:00:00Z',
    updatedTime: '2026-11-23T10:00:00Z',
    _links: [
      { href: `/organizations/demo${path}`, rel: 'self' },
      { href: '/organizations/demo/customers/ada', rel: 'customer' },
    ],
  };
  expect(first.body).toEqual({ ...attribution, original: attribution });
  now = new Date('2026-11-24T10:00:00Z');
  const second = await send(emulator, `PUT ${path}`, { source: 'newsletter', original: { source: 'mine' } });
  const time = '2026-11-24T10:00:00Z';
  const newest = { ...attribution, source: 'newsletter', createdTime: time, updatedTime: time };
  expect(second).toMatchObject({ status: 201, body: { ...newest, original: attribution } });
  expect((await send(emulator, `GET ${path}`)).body).toEqual(second.body);
});

test('a lead source counts as a change of the customer', async () => {
  await using emulator = await startEmulator();
  await send(emulator, 'PUT /customers/ada', {});
  await send(emulator, `PUT ${path}`, {});
  await send(emulator, `DELETE ${path}`);
  expect((await send(emulator, 'GET /customers/ada')).body).toMatchObject({ revision: 3 });
});

test('a lead source comes with a customer, as one change', async () => {
  await using emulator = await startEmulator();
  const { body } = await send(emulator, 'PUT /customers/ada', { leadSource: { source: 'google' } });
  expect(body).toMatchObject({ revision: 1 });
  expect(body).not.toHaveProperty('leadSource');
  await send(emulator, 'PUT /customers/ada', { leadSource: { source: 'newsletter' } });
  const leadSource = await send(emulator, `GET ${path}`);
  expect(leadSource.body).toMatchObject({ source: 'newsletter', original: { source: 'google' } });
});

test('a deleted lead source is gone', async () => {
  await using emulator = await startEmulator();
  await send(emulator, 'PUT /customers/ada', { leadSource: {} });
  expect((await send(emulator, `DELETE ${path}`)).status).toBe(204);
  expect((await send(emulator, `DELETE ${path}`)).status).toBe(404);
  expect((await send(emulator, `GET ${path}`)).status).toBe(404);
});

test('an unknown customer has no lead source, and takes none', async () => {
  await using emulator = await startEmulator();
  for (const line of [`GET ${path}`, `DELETE ${path}`]) expect((await send(emulator, line)).status).toBe(404);
  expect((await send(emulator, `PUT ${path}`, {})).status).toBe(404);
});
