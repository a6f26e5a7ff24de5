import { once } from 'node:events';
import { join } from 'node:path';

import { isCustomersApiError } from '@customer-contracts/client';
import { type CommandOfProcess, startCommand } from '@customer-contracts/command';
import { createProgram, wholeFlag } from '@customer-contracts/command/flags';
import { isEmulatorError } from '@customer-contracts/emulator';
import { isPactError } from '@customer-contracts/pact';
import { cells } from '@customer-contracts/schemas';
import { isSeedError } from '@customer-contracts/seed';

import { DemoError } from './demo-error.ts';
import { reachApi } from './loop/api.ts';
import { openDataFolder } from './loop/data-folder.ts';
import { runLoop } from './loop/run-loop.ts';
import { step } from './loop/step.ts';
import { startServer } from './server/start-server.ts';

const program = createProgram({
  name: 'pnpm demo',
  description: `The whole loop on this machine: starts the emulator, fills it, lets Lead Desk and the official SDK make their contracts, verifies them, and shows which of the ${cells.length} answers are covered. Then it serves Lead Desk.`,
  from: import.meta.url,
  manifest: '../package.json',
})
  .option('--once', 'stop before the page')
  .option('--fresh', 'start over: forget what was edited')
  .option(
    '--port <port>',
    'port of the page; 0 for a free one',
    wholeFlag(0, 65_535, 'A port is a number from 0 to 65535.'),
    0,
  )
  .option('--data <folder>', "where the customers and the results of a run are kept; the app's data when absent")
  .option('--write', 'fill and verify at CUSTOMERS_API_URL, too: both write customers there')
  .addHelpText(
    'after',
    '\nCUSTOMERS_API_URL, ORGANIZATION_ID and CUSTOMERS_API_KEY point it at a Rebilly sandbox instead of the emulator.',
  );

interface Flags {
  readonly once?: boolean;
  readonly fresh?: boolean;
  readonly port: number;
  readonly data?: string;
  readonly write?: boolean;
}

async function demo(flags: Flags, signal: AbortSignal): Promise<void> {
  const { port } = flags;
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
    if (!signal.aborted) throw error;
    // What breaks when it is interrupted is no news.
    process.exitCode ||= 130;
  }
}

/** Whether the message of an error says all that one needs to know. */
function isSaid(error: unknown): error is Error {
  const isOurs = [isCustomersApiError, isEmulatorError, isPactError, isSeedError].some((is) => is(error));
  return isOurs || error instanceof DemoError;
}

const command: CommandOfProcess = {
  run: async (stop) => {
    await program.action((flags: Flags) => demo(flags, stop)).parseAsync();
  },
  exitCodeOf: (error) => (isSaid(error) ? 1 : undefined),
  stopsItself: true,
  colours: true,
};

await startCommand('pnpm demo', async () => ({ command }));
