import { relative } from 'node:path';

import type { CustomersClient } from '@customer-contracts/client';
import type { RunningEmulator } from '@customer-contracts/emulator';
import { coverage, emulatorStates, isPactError, verifyProvider } from '@customer-contracts/pact';

import { pactFile, runContractTests } from './contract-tests.ts';
import { coverageTable } from './coverage-table.ts';
import { DemoError } from './demo-error.ts';
import { fillCustomers } from './fill-customers.ts';

const customers = 200;
const seed = 42;

/**
 * Fills the emulator through the client, runs the contract tests of the official SDK, verifies their pact against the
 * emulator and prints the coverage; each step with a line of its own.
 *
 * @throws DemoError with the reason of the step that failed.
 */
export async function runLoop(emulator: RunningEmulator, client: CustomersClient, signal: AbortSignal): Promise<void> {
  say('Emulator', `the eight endpoints on SQLite, at ${emulator.url}/organizations/${emulator.organizationId}`);

  await fillCustomers(client, customers, seed);
  signal.throwIfAborted();
  say('Fill', `${customers} customers with their lead sources, put there by the client`);

  const tests = await runContractTests(signal);
  say('Contract', `${tests} tests of the official rebilly-js-sdk made ${relative(process.cwd(), pactFile)}`);

  const verification = await verified(emulator.url);
  signal.throwIfAborted();
  say(
    'Verify',
    `${verification.interactions.length} interactions are honoured by the emulator, says Pact's own verifier`,
  );

  const cells = coverage({ pacts: [pactFile], verification });
  process.stdout.write(`\n${coverageTable(cells)}`);
  const open = cells.filter(({ isVerified }) => !isVerified);
  if (open.length > 0) {
    throw new DemoError(
      `Failed to cover the API: ${open.map(({ cell }) => cell).join(', ')} not verified. Add a contract test.`,
    );
  }
}

async function verified(url: string) {
  try {
    return await verifyProvider({ baseUrl: url, pacts: [pactFile], states: emulatorStates({ url }) });
  } catch (error) {
    throw isPactError(error) ? new DemoError(error.message, { cause: error }) : error;
  }
}

function say(step: string, what: string): void {
  process.stdout.write(`${step.padEnd(10)}${what}\n`);
}
