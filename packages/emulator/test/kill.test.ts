import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { send } from './send.ts';

const command = fileURLToPath(new URL('../dist/customer-emulator.js', import.meta.url));
const apiKey = 'key';

/** The real command, listening. */
async function start(database: string) {
  const flags = ['--port', '0', '--database', database, '--rate-limit', 'off', '--quiet'];
  const child = spawn(process.execPath, [command, ...flags], { env: { ...process.env, CUSTOMERS_API_KEY: apiKey } });
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/[\d.:]+/.exec(line)?.[0];
    if (url !== undefined) return { child, url };
  }
  throw new Error('The command ended before it listened.');
}

/** Writes customers one after the other until the emulator is gone. @returns the ids whose writes were acknowledged. */
async function writeUntilKilled(url: string, writer: string): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let count = 0; ; count += 1) {
    const id = `${writer}-${count}`;
    const reply = await send({ url, apiKey }, `PUT /customers/${id}`, { leadSource: { source: id } }).catch(
      () => undefined,
    );
    if (reply === undefined) return acknowledged;
    if (reply.status === 201) acknowledged.push(id);
  }
}

test('every acknowledged write survives kill -9 in the middle of many', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-'));
  const database = join(folder, 'customers.db');
  const acknowledged: string[] = [];
  for (const [round, milliseconds] of [150, 210, 330].entries()) {
    const { child, url } = await start(database);
    const writers = Array.from({ length: 8 }, (_, index) => writeUntilKilled(url, `r${round}-w${index}`));
    setTimeout(() => child.kill('SIGKILL'), milliseconds);
    await once(child, 'exit');
    acknowledged.push(...(await Promise.all(writers)).flat());
  }
  expect(acknowledged.length).toBeGreaterThan(50);
  const credentials = [{ kind: 'apiKey', secret: apiKey, organizations: ['demo'] }] as const;
  await using emulator = await startEmulator({ database, credentials });
  const lost = [];
  for (const id of acknowledged) {
    const { status, body } = await send({ ...emulator, apiKey }, `GET /customers/${id}/lead-source`);
    if (status !== 200 || JSON.stringify(body).split(id).length < 3) lost.push(id);
  }
  expect(lost).toEqual([]);
  await emulator.close();
  await rm(folder, { recursive: true });
}, 60_000);
