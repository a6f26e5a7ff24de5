import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { brokerFolder } from './bundle.ts';
import { type RunningBroker, users } from './start-broker.ts';

/** The settings of the one who may write to a broker, by Pact's own names. */
export function settingsOf({ url }: RunningBroker): Readonly<Record<string, string>> {
  const { username, password } = users.writer;
  return { PACT_BROKER_BASE_URL: url, PACT_BROKER_USERNAME: username, PACT_BROKER_PASSWORD: password };
}

/** Runs a command of this package's own: what it printed. It fails with the `code` that the command exits with. */
export async function command(broker: RunningBroker, name: string, ...parameters: readonly string[]): Promise<string> {
  const program = join(brokerFolder, 'node_modules/.bin', name);
  const { stdout, stderr } = await promisify(execFile)(program, parameters, {
    env: { ...process.env, ...settingsOf(broker), NO_COLOR: '1' },
  });
  return stdout + stderr;
}
