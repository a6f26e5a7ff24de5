import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { dataFolder, ended, startDemo } from './run-demo.ts';

test('at another API nothing is written, unless --write says so; then it is filled, and verified through the API', async () => {
  await using sandbox = await startEmulator({ rateLimit: false });
  const settings = {
    CUSTOMERS_API_URL: sandbox.url,
    ORGANIZATION_ID: sandbox.organizationId,
    CUSTOMERS_API_KEY: sandbox.apiKey,
  };
  const client = createCustomersClient({ server: sandbox.url, apiKey: sandbox.apiKey });
  const total = async () => (await client.getCustomerCollection({ limit: 0 })).pagination?.total;
  const data = dataFolder();

  const looked = await ended(startDemo(['--once', '--data', data], settings));
  expect(looked).toMatchObject({ errors: '', code: 0 });
  expect(looked.output).toContain(`API       ${sandbox.url}/organizations/demo\n`);
  expect(looked.output).toContain('Fill      nothing, as this is not the emulator; --write adds 500 customers\n');
  expect(looked.output).toContain(
    'Verify    left out, as it writes customers into the organization; --write does it\n',
  );
  expect(looked.output).toContain('✔ in contract, honoured by a provider: 0 of 40');
  expect(await total()).toBe(0);

  const written = await ended(startDemo(['--once', '--write', '--data', data], settings));
  expect(written).toMatchObject({ errors: '', code: 0 });
  expect(written.output).toContain('Fill      500 customers with lead sources, 5 % of them duplicates: 500 written');
  expect(written.output).toMatch(
    /Verify {4}\d+ interactions are honoured, says Pact's own verifier; \d+ need a state that nobody can bring about through the API\n/,
  );
  expect(await total()).toBeGreaterThanOrEqual(500);
  expect(written.output + looked.output).not.toContain(sandbox.apiKey);
});
