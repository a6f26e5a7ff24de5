import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { emulatorStates, verifyProvider } from '@customer-contracts/pact/verify';
import { providerStates } from '@customer-contracts/schemas';

import { inTurn, type Row, row } from './row.ts';

const files = 200;
const interactions = 40;
// Minutes each, over thousands of interactions.
const rounds = 1;
const concurrency = 2;

/** Pact files verified side by side, beside the same files one after another. */
export async function verify(): Promise<Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'verify-bench-'));
  await using emulator = await startEmulator({ providerStates: true });
  try {
    for (let index = 0; index < files; index += 1) {
      const consumer = `consumer-${String(index).padStart(3, '0')}`;
      writeFileSync(join(directory, `${consumer}.json`), JSON.stringify(pactOf(consumer)));
    }
    const timed = (together: number) => async () => {
      const start = performance.now();
      const states = emulatorStates({ url: emulator.url });
      const verification = await verifyProvider({
        baseUrl: emulator.url,
        pacts: [directory],
        states,
        concurrency: together,
      });
      const passed = verification.interactions.filter(({ isPassed }) => isPassed).length;
      if (passed !== files * interactions)
        throw new Error(`Failed to measure: ${passed} interactions passed. Read them.`);
      return (performance.now() - start) / 1000;
    };
    const work = `${files} pact files of ${interactions} interactions, concurrency ${concurrency} | 1`;
    return [row(work, 's', await inTurn(rounds, timed(concurrency), timed(1)), { atMost: 0.75 })];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Reads of customers by id, each with a key of its provider state. */
function pactOf(consumer: string): object {
  return {
    consumer: { name: consumer },
    provider: { name: 'rebilly-customers-api' },
    interactions: Array.from({ length: interactions }, (_, index) => interactionOf(`cus_${index}`)),
    metadata: { pactSpecification: { version: '4.0' } },
  };
}

function interactionOf(id: string): object {
  return {
    type: 'Synchronous/HTTP',
    description: `get the customer ${id}`,
    key: id,
    providerStates: [{ name: providerStates.customerExists.sentence, params: { id, view: 'complete' } }],
    request: {
      method: 'GET',
      path: `/customers/${id}`,
      headers: { 'REB-APIKEY': ['placeholder-api-key'] },
      generators: { header: { 'REB-APIKEY': { type: 'ProviderState', expression: '${apiKey}', dataType: 'STRING' } } },
    },
    response: {
      status: 200,
      headers: { 'Content-Type': ['application/json'] },
      body: { content: { id, email: 'ann@example.com' }, contentType: 'application/json', encoded: false },
      matchingRules: {
        body: {
          '$.id': { combine: 'AND', matchers: [{ match: 'type' }] },
          '$.email': { combine: 'AND', matchers: [{ match: 'type' }] },
        },
      },
    },
  };
}
