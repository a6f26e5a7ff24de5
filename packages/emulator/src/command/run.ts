import { makeSecret } from '../credentials/make-secret.ts';
import { isEmulatorError } from '../emulator-error.ts';
import { unguessable } from '../make-id.ts';
import { formatLogEntry, type LogEntry } from '../request-log.ts';
import { type RunningEmulator, startEmulator, type StartOptions } from '../start-emulator.ts';
import { createProgram, type Flags } from './program.ts';

/** Runs the command until it is interrupted. Sets the exit code to 1 where the emulator can't start. */
export async function run(argv: readonly string[]): Promise<void> {
  const program = createProgram().allowExcessArguments(false).parse(argv);
  const { host, organization, clock, fault, quiet, database, customers, seed, ...flags } = program.opts<Flags>();
  const given = process.env['CUSTOMERS_API_KEY'];
  const secret = given || makeSecret(unguessable);
  const options: StartOptions = {
    ...flags,
    hostname: host,
    credentials: [{ kind: 'apiKey', secret, organizations: organization }],
    faults: fault,
    ...(database === undefined ? {} : { database }),
    ...(customers === undefined ? {} : { customers: { count: customers, seed } }),
    ...(clock === undefined ? {} : { clock: () => clock }),
    log: (entry) => report(entry, quiet),
  };
  try {
    const emulator = await startEmulator(options);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
    greet(emulator, given ? undefined : secret);
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  }
}

function greet({ url, organizationId }: RunningEmulator, madeKey: string | undefined): void {
  console.log(`Customers API at ${url}/organizations/${organizationId}`);
  console.log(madeKey === undefined ? 'API key: that of CUSTOMERS_API_KEY' : `API key: ${madeKey}`);
}

function report(entry: LogEntry, quiet: boolean): void {
  if (!quiet) console.log(formatLogEntry(entry));
  if (entry.error !== undefined) console.error(entry.error);
}
