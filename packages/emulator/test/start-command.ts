import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const command = fileURLToPath(new URL('../dist/customer-emulator.js', import.meta.url));

/** Starts the real command on a file, and waits until it listens. */
export async function startCommand(
  database: string,
  apiKey: string,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const flags = ['--port', '0', '--database', database, '--rate-limit', 'off', '--quiet'];
  const child = spawn(process.execPath, [command, ...flags], { env: { ...process.env, CUSTOMERS_API_KEY: apiKey } });
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/[\d.:]+/.exec(line)?.[0];
    if (url !== undefined) return { child, url };
  }
  throw new Error('The command ended before it listened.');
}
