import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import { customerFixtures } from '@customer-contracts/fixtures';
import { lint, readPacts } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { ContractReport } from '../src/report/contract-report.ts';
import { dataFolder, ended, printed, startDemo } from './run-demo.ts';

test('the loop runs: filled, under contract, verified, all 40 answers covered; then the page is served until Ctrl-C', async () => {
  const data = dataFolder();
  const demo = startDemo(['--data', data]);
  const finished = ended(demo);
  const url = await printed(demo, /Lead Desk is at (http:\S+) until you press Ctrl-C\./);
  const answer = await fetch(`${url}/api/customers?limit=1`);
  expect(answer.headers.get('Pagination-Total')).toBe('524');
  const { verifiedAt, consumers, cells } = ContractReport.parse(await (await fetch(`${url}/contract.json`)).json());
  expect(verifiedAt).not.toBeNull();
  expect(consumers).toEqual(['lead-desk', 'rebilly-js-sdk']);
  expect(cells.every(({ interactions }) => interactions.some(({ outcome }) => outcome === 'passed'))).toBe(true);

  demo.kill('SIGINT');
  const { output, errors, code } = await finished;
  const [api, fill, desk, sdk, verify] = output.split('\n');
  expect(api).toMatch(/^API {7}the eight endpoints on SQLite, at http:\/\/127\.0\.0\.1:\d+\/organizations\/demo$/);
  expect(fill).toBe('Fill      500 customers with lead sources and payments, and duplicates of 5 %');
  expect(desk).toMatch(/^Contract {2}\d+ tests of lead-desk made .*pacts\/lead-desk-rebilly-customers-api\.json$/);
  expect(sdk).toMatch(/^ {10}41 tests of rebilly-js-sdk made .*pacts\/rebilly-js-sdk-rebilly-customers-api\.json$/);
  expect(verify).toMatch(/^Verify {4}\d+ interactions are honoured, says Pact's own verifier$/);
  expect(await lint(await readPacts([join(import.meta.dirname, '../pacts')]))).toEqual([]);
  expect(output).toContain('✔ in contract, honoured by the emulator: 40 of 40');
  expect(output.match(/✔/g)).toHaveLength(41);
  expect({ errors, code }).toEqual({ errors: '', code: 0 });
  await expect(fetch(url)).rejects.toThrow('fetch failed');

  const { interactions } = z
    .object({ interactions: z.array(z.object({ consumer: z.string(), isPassed: z.literal(true) })) })
    .parse(JSON.parse(readFileSync(join(data, 'verification.json'), 'utf8')));
  expect(new Set(interactions.map(({ consumer }) => consumer))).toEqual(new Set(consumers));
});

test('what was edited outlives the next run; --fresh starts over', async () => {
  const data = dataFolder();
  const customers = filled(data);
  expect(await interruptedAfterFill('--data', data)).toBe(
    '500 customers with lead sources and payments, and duplicates of 5 %',
  );
  await customers(async (client) => {
    await client.putCustomer({ id: 'edited', body: {} });
  });
  expect(await interruptedAfterFill('--data', data)).toBe('left as you left it; --fresh starts over');
  await customers(async (client) => {
    expect((await client.getCustomer({ id: 'edited' })).body.id).toBe('edited');
  });
  expect(await interruptedAfterFill('--fresh', '--data', data)).toContain('500 customers');
  await customers(async (client) => {
    await expect(client.getCustomer({ id: 'edited' })).rejects.toThrow('There is no customer');
  });
});

test('the duplicates are spread over the last year of the fixtures', async () => {
  const data = dataFolder();
  await interruptedAfterFill('--data', data);
  await filled(data)(async (client) => {
    const { body } = await client.getCustomerCollection({ limit: 524, sort: ['-createdTime'] });
    const made = body.map(({ createdTime }) => createdTime ?? '');
    expect(made).toHaveLength(524);
    expect(made.every((time) => time < '2026')).toBe(true);
    const fixtures = new Set(Array.from(customerFixtures({ seed: 42 }).responses.take(500), ({ id }) => id));
    const duplicates = body.filter(({ id }) => !fixtures.has(id ?? ''));
    const months = new Set(duplicates.map(({ createdTime }) => createdTime?.slice(0, 7)));
    expect(duplicates).toHaveLength(24);
    expect(months.size).toBeGreaterThan(6);
    expect([...months].every((month) => month?.startsWith('2025-'))).toBe(true);
  });
});

test('a filling that was killed in the middle goes on', async () => {
  const data = dataFolder();
  const killed = startDemo(['--once', '--data', data]);
  const over = ended(killed);
  await printed(killed, /(Fill)/);
  killed.kill('SIGKILL');
  await over;
  expect(await interruptedAfterFill('--data', data)).toContain('500 customers');
  await filled(data)(async (client) => {
    expect((await client.getCustomerCollection({ limit: 0 })).pagination?.total).toBe(524);
  });
});

/** Runs a demo until it has filled the file, and presses Ctrl-C then. @returns what it said of the filling. */
async function interruptedAfterFill(...flags: readonly string[]): Promise<string> {
  const demo = startDemo(['--once', ...flags]);
  const over = ended(demo);
  const words = await printed(demo, /Fill +(.*)\n/);
  demo.kill('SIGINT');
  expect(await over).toMatchObject({ errors: '', code: 130 });
  return words;
}

/** Looks into the file between two runs. */
function filled(data: string) {
  return async (look: (client: ReturnType<typeof createCustomersClient>) => Promise<void>): Promise<void> => {
    await using emulator = await startEmulator({ database: join(data, 'customers.sqlite') });
    await look(createCustomersClient({ server: emulator.url, apiKey: emulator.apiKey }));
  };
}
