import { inspect } from 'node:util';

import { harmless } from '@customer-contracts/schemas/internal';

import { makeSecret } from '../credentials/make-secret.ts';
import { isEmulatorError } from '../emulator-error.ts';
import type { StartOptions } from '../emulator-options.ts';
import { unguessable } from '../make-id.ts';
import { formatLogEntry, type LogEntry } from '../request-log.ts';
import { type RunningEmulator, startEmulator } from '../start-emulator.ts';
import { givenKey } from './given-key.ts';
import { createProgram, type Flags } from './program.ts';

/** Runs the command until it is interrupted. Sets the exit code to 1 where the emulator can't start. */
export async function run(argv: readonly string[]): Promise<void> {
  serveWithoutReader();
  const flags = createProgram().parse(argv).opts<Flags>();
  try {
    const given = givenKey(flags.apiKeyFile);
    const secret = given ?? makeSecret(unguessable);
    const emulator = await startEmulator(optionsOf(flags, secret));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
    greet(emulator, given === undefined ? secret : 'as given');
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  }
}

/** A log whose reader went away, as after `| head`, is no reason to stop serving. */
function serveWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

function optionsOf(flags: Flags, secret: string): StartOptions {
  const { port, host, database, organization, customers, seed, fault, clock, rateLimit } = flags;
  const { providerStates = false, readOnly = false, quiet = false } = flags;
  return {
    port,
    hostname: host,
    credentials: [{ kind: 'apiKey', secret, organizations: organization }],
    rateLimit,
    providerStates,
    readOnly,
    faults: fault,
    ...(database !== undefined && { database }),
    ...(customers !== undefined && { customers: { count: customers, seed } }),
    ...(clock !== undefined && { clock: () => clock }),
    log: (entry) => report(entry, quiet),
  };
}

function greet({ url, organizationId }: RunningEmulator, key: string): void {
  console.log(`Customers API at ${url}/organizations/${organizationId}`);
  console.log(`API key: ${key}`);
}

function report(entry: LogEntry, quiet: boolean): void {
  if (!quiet) console.log(formatLogEntry(entry));
  if (entry.error !== undefined) console.error(inspect(entry.error).split('\n').map(harmless).join('\n'));
}
