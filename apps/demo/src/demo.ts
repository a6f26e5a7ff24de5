import { once } from 'node:events';
import { join } from 'node:path';

import { isCustomersApiError } from '@customer-contracts/client';
import { isEmulatorError } from '@customer-contracts/emulator';
import { isPactError } from '@customer-contracts/pact';
import { cells } from '@customer-contracts/schemas';
import { isSeedError } from '@customer-contracts/seed';
import { Command, InvalidArgumentError } from 'commander';

import { DemoError } from './demo-error.ts';
import { reachApi } from './loop/api.ts';
import { openDataFolder } from './loop/data-folder.ts';
import { runLoop } from './loop/run-loop.ts';
import { step } from './loop/step.ts';
import { startServer } from './server/start-server.ts';

const program = new Command('pnpm demo')
  .description(
    `The whole loop on this machine: starts the emulator, fills it, lets Lead Desk and the official SDK make their contracts, verifies them, and shows which of the ${cells.length} answers are covered. Then it serves Lead Desk.`,
  )
  .option('--once', 'stop before the page')
  .option('--fresh', 'start over: forget what was edited')
  .option('--port <port>', 'port of the page; 0 for a free one', port, 0)
  .option('--data <folder>', "where the customers and the results of a run are kept; the app's data when absent")
  .option('--write', 'fill and verify at CUSTOMERS_API_URL, too: both write customers there')
  .addHelpText(
    'after',
    '\nCUSTOMERS_API_URL, ORGANIZATION_ID and CUSTOMERS_API_KEY point it at a Rebilly sandbox instead of the emulator.',
  )
  .allowExcessArguments(false)
  .action(demo);

interface Flags {
  readonly once?: boolean;
  readonly fresh?: boolean;
  readonly port: number;
  readonly data?: string;
  readonly write?: boolean;
}

async function demo(flags: Flags): Promise<void> {
  const { port } = flags;
  const interrupted = new AbortController();
  const { signal } = interrupted;
  process.once('SIGINT', () => interrupted.abort());
  process.once('SIGTERM', () => interrupted.abort());
  // Nobody reads on: `pnpm demo | head`.
  process.stdout.on('error', () => interrupted.abort());
  try {
    using data = openDataFolder(flags.data ?? join(import.meta.dirname, '../data'), flags.fresh === true);
    await using api = await step(
      'API',
      () => reachApi(process.env, data.database),
      ({ words }) => words,
    );
    // Before the loop, so that a port that is taken is told at once.
    await using desk = flags.once ? undefined : await startServer({ api, contractFile: data.report, port });
    await runLoop({ api, data, mayWrite: flags.write === true, signal });
    if (desk !== undefined) {
      process.stdout.write(`\nLead Desk is at ${desk.url} until you press Ctrl-C.\n`);
      await once(signal, 'abort');
    }
  } catch (error) {
    if (signal.aborted) {
      process.exitCode = 130;
    } else if (isSaid(error)) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else {
      throw error;
    }
  }
}

/** Whether the message of an error says all that one needs to know. */
function isSaid(error: unknown): error is Error {
  const isOurs = [isCustomersApiError, isEmulatorError, isPactError, isSeedError].some((is) => is(error));
  return isOurs || error instanceof DemoError;
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return number;
}

await program.parseAsync();
