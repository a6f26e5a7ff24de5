// A test of your own code with msw: the API answers, and nothing of the code knows.
import { createEmulator } from '@customer-contracts/emulator';
import { handlers } from '@customer-contracts/emulator/msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const emulator = createEmulator({
  credentials: [{ kind: 'apiKey', secret: 'test-key', organizations: ['acme'] }],
  customers: { count: 20, seed: 42 },
});
const server = setupServer(...handlers(emulator));

beforeAll(async () => {
  server.listen();
  await emulator.snapshot('start');
});
afterEach(() => emulator.restore('start'));
afterAll(() => {
  server.close();
  emulator.close();
});

/** The code that is tested. */
async function rename(id: string, firstName: string): Promise<number> {
  const url = `https://api-sandbox.rebilly.com/organizations/acme/customers/${id}`;
  const headers = { 'REB-APIKEY': 'test-key', 'Content-Type': 'application/json' };
  const response = await fetch(url, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ primaryAddress: { firstName } }),
  });
  return response.status;
}

test('a customer is made under a new id', async () => {
  expect(await rename('ada', 'Ada')).toBe(201);
  expect(emulator.requests.find({ operation: 'putCustomer' })).toHaveLength(1);
});

test('the next test begins anew', async () => {
  expect(await rename('ada', 'Ada')).toBe(201);
});
