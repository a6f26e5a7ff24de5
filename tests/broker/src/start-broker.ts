import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { brokerFolder, bundleEnvironment } from './bundle.ts';
import { composeBroker } from './compose-file.ts';

/** Who may do what at a broker of these tests. */
export const users = {
  writer: { username: 'ci', password: 'password-of-ci' },
  reader: { username: 'reader', password: 'password-of-reader' },
};

/** A Pact Broker on this machine. Its data go away with it. */
export interface RunningBroker extends AsyncDisposable {
  readonly url: string;
}

/** Starts a Pact Broker with the settings of the compose file, but on a free port and with an SQLite file of its own. */
export async function startBroker(): Promise<RunningBroker> {
  const folder = mkdtempSync(join(tmpdir(), 'broker-'));
  const child = spawn('bundle', ['exec', 'puma', '--bind', 'tcp://127.0.0.1:0', '--environment', 'production'], {
    cwd: brokerFolder,
    env: {
      ...bundleEnvironment,
      ...settings(),
      PACT_BROKER_DATABASE_URL: `sqlite:///${folder}/broker.sqlite`,
      PACT_BROKER_LOG_STREAM: 'stdout',
      PACT_BROKER_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const printed: string[] = [];
  const url = await new Promise<string | undefined>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (line) => {
        printed.push(line);
        const [, address] = /Listening on (http:\S+)/.exec(line) ?? [];
        if (address !== undefined) resolve(address);
      });
    }
    void exited.then(() => resolve(undefined));
  });
  if (url === undefined) throw new Error(`Failed to start a Pact Broker: it exited.\n${printed.join('\n')}`);
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill();
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

/** What the compose file sets, apart from the database and the address, with our passwords. */
function settings(): Readonly<Record<string, string>> {
  const passwords: Readonly<Record<string, string>> = {
    PACT_BROKER_PASSWORD: users.writer.password,
    PACT_BROKER_READER_PASSWORD: users.reader.password,
  };
  const own = Object.entries(composeBroker.environment).filter(([name]) => !/_(DATABASE|BASE_URL)/.test(name));
  return Object.fromEntries(
    own.map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+).*\}/, (_, variable: string) => passwords[variable] ?? ''),
    ]),
  );
}
