import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import { Command, InvalidArgumentError } from 'commander';

import { DemoError } from './demo-error.ts';
import { runLoop } from './run-loop.ts';
import { servePage } from './serve-page.ts';

const program = new Command('pnpm demo')
  .description(
    'The whole loop on this machine: starts the emulator, fills it, lets the official SDK make a contract, verifies it, and shows which of the 40 answers are covered. Then it serves a page of the customers.',
  )
  .option('--once', 'stop before the page')
  .option('--port <port>', 'port of the page; 0 for a free one', port, 0)
  .action(demo);

async function demo({ once, port }: { once?: true; port: number }): Promise<void> {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  process.once('SIGTERM', () => interrupted.abort());
  try {
    await using emulator = await startEmulator({ providerStates: true });
    const client = createCustomersClient({ server: emulator.url, apiKey: emulator.apiKey });
    await runLoop(emulator, client, interrupted.signal);
    if (once === undefined) await servePage(client, port, interrupted.signal);
  } catch (error) {
    if (interrupted.signal.aborted) {
      process.exitCode = 130;
    } else if (error instanceof DemoError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else {
      throw error;
    }
  }
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return number;
}

await program.parseAsync();
