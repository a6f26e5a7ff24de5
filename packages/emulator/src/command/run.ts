import { inspect } from 'node:util';

import { type CommandOfProcess, givenKey } from '@customer-contracts/command';

import { type BoundEmulator, bindEmulator } from '../bind-emulator.ts';
import { checkOptions } from '../check-options.ts';
import { makeSecret } from '../credentials/make-secret.ts';
import { isEmulatorError } from '../emulator-error.ts';
import type { StartOptions } from '../emulator-options.ts';
import { unguessable } from '../make-id.ts';
import { formatLogEntry, type LogEntry } from '../request-log.ts';
import { createProgram, type Flags } from './program.ts';

/** `customer-emulator`: serves until it is interrupted. A log whose reader went away, as after `| head`, is no reason to stop. */
export const command: CommandOfProcess = {
  run,
  exitCodeOf: (error) => (isEmulatorError(error) ? 1 : undefined),
  stopsItself: true,
  whenUnread: 'go on',
};

async function run(stop: AbortSignal): Promise<void> {
  const flags = createProgram().parse().opts<Flags>();
  const given = givenKey(flags.apiKeyFile);
  const secret = given?.key ?? makeSecret(unguessable);
  const options = optionsOf(flags, secret);
  checkOptions(options, 'server');
  const emulator = await bindEmulator(options, 'callers');
  stop.addEventListener('abort', () => void emulator.close());
  if (stop.aborted) await emulator.close();
  await untilFilled(emulator);
  if (!stop.aborted) greet(emulator, given === undefined ? secret : 'as given');
}

async function untilFilled({ url, missing, filled, close }: BoundEmulator): Promise<void> {
  if (missing > 0)
    console.log(`Making ${missing} customers. Port ${new URL(url).port} answers 503 until they are there.`);
  try {
    await filled;
  } catch (error) {
    await close();
    throw error;
  }
}

function optionsOf(flags: Flags, secret: string): StartOptions {
  const { port, host, database, databaseLimit, organization, cors, admin, customers, seed, fault, clock, rateLimit } =
    flags;
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
    ...(databaseLimit !== undefined && { databaseLimit }),
    ...(cors !== undefined && { cors }),
    ...(admin !== undefined && { admin }),
    ...(customers !== undefined && { customers: { count: customers, seed } }),
    ...(clock !== undefined && { clock: () => clock }),
    log: (entry) => report(entry, quiet),
  };
}

function greet({ url, organizationId }: BoundEmulator, key: string): void {
  console.log(`Customers API at ${url}/organizations/${organizationId}`);
  console.log(`API key: ${key}`);
}

function report(entry: LogEntry, quiet: boolean): void {
  if (!quiet) console.log(formatLogEntry(entry));
  if (entry.error !== undefined) console.error(inspect(entry.error));
}
