import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { fillCustomers } from '../src/fill-customers.ts';
import { page } from '../src/page.ts';

test('the page lists, searches and pages, and has no key in it', async () => {
  await using emulator = await startEmulator();
  const client = createCustomersClient({ server: emulator.url, apiKey: emulator.apiKey });
  await fillCustomers(client, 30, 42);
  const app = page(client);
  const show = async (path: string) => (await app.request(path)).text();

  const first = await show('/');
  expect(first).toContain('1–25 of 30');
  expect(first).toContain('<a href="?page=2">Older →</a>');
  expect(first.match(/<tr>/g)).toHaveLength(26);
  expect(await show('/?page=2')).toContain('26–30 of 30');

  const { body } = await client.getCustomerCollection({ limit: 1 });
  expect(await show(`/?q=${body[0]?.email}`)).toContain('1–1 of 1');
  expect(await show('/?q=nobody-has-this')).toContain('No customer fits.');
  expect(await show('/?q=<script>alert(1)</script>')).not.toContain('<script>alert');
  expect(first).not.toContain(emulator.apiKey);
});

test('the page says that the API did not answer', async () => {
  const emulator = await startEmulator();
  const client = createCustomersClient({ server: emulator.url, apiKey: emulator.apiKey, maxRetries: 0 });
  await emulator.close();
  const answer = await page(client).request('/');
  expect(answer.status).toBe(502);
  expect(await answer.text()).toContain('The API did not answer: Failed to list customers');
});
