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
  const say = flags.json === true ? sayAsJson : sayInWords;
  await untilFilled(emulator, say);
  if (!stop.aborted) {
    const url = `${emulator.url}/organizations/${emulator.organizationId}`;
    say({ type: 'listening', url, apiKey: given === undefined ? secret : null });
  }
}

async function untilFilled({ url, missing, filled, close }: BoundEmulator, say: Say): Promise<void> {
  if (missing > 0) say({ type: 'filling', customers: missing, port: Number(new URL(url).port) });
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
  const { providerStates = false, readOnly = false, quiet = false, json } = flags;
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
    log: (entry) => report(entry, quiet, json === true ? sayAsJson : sayInWords),
  };
}

/** What the command says: a line of text each, or with `--json` a line of JSON. */
type CommandEvent =
  | { readonly type: 'filling'; readonly customers: number; readonly port: number }
  /** The key is that of this run; null where it was given. */
  | { readonly type: 'listening'; readonly url: string; readonly apiKey: string | null }
  | ({ readonly type: 'request' } & Omit<LogEntry, 'error'>);

type Say = (event: CommandEvent) => void;

function sayAsJson(event: CommandEvent): void {
  console.log(JSON.stringify(event));
}

function sayInWords(event: CommandEvent): void {
  switch (event.type) {
    case 'filling':
      console.log(`Making ${event.customers} customers. Port ${event.port} answers 503 until they are there.`);
      break;
    case 'listening':
      console.log(`Customers API at ${event.url}`);
      console.log(`API key: ${event.apiKey ?? 'as given'}`);
      break;
    case 'request':
      console.log(formatLogEntry(event));
      break;
    default:
      event satisfies never;
  }
}

function report({ error, ...entry }: LogEntry, quiet: boolean, say: Say): void {
  if (!quiet) say({ type: 'request', ...entry });
  if (error !== undefined) console.error(inspect(error));
}
