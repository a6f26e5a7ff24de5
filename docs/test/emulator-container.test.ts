import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { dockerfileOf } from './dockerfile.ts';

const { text: dockerfile, problemsOf, listOf } = dockerfileOf('docs/templates/emulator');

/** Runs a program, and tells how it ended. */
async function exitCodeOf(program: string | undefined, args: readonly string[]): Promise<number | null> {
  expect(program).toBe('node');
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  await once(child, 'exit');
  return child.exitCode;
}

test('a linter finds nothing in the Dockerfile, and something in a worse one', () => {
  expect(problemsOf(dockerfile)).toEqual([]);
  expect(problemsOf(dockerfile.replace(/^FROM .*/m, 'FROM node:latest'))).toHaveLength(1);
});

test('it runs as a user who is not root', () => {
  const [, user] = /^USER (\w+)$/m.exec(dockerfile) ?? [];
  expect(user).toBe('node');
  expect(dockerfile.indexOf('\nUSER ')).toBeGreaterThan(dockerfile.indexOf('\nRUN '));
});

test('the health check tells an emulator that is ready from one that is not there', async () => {
  const [program, evaluate = '', script = ''] = listOf(/^HEALTHCHECK .*\\\n\s+CMD (\[.*\])$/m);
  const emulator = await startEmulator();
  const here = script.replace('http://127.0.0.1:4010', emulator.url);
  expect(here).not.toBe(script);
  expect(await exitCodeOf(program, [evaluate, here])).toBe(0);
  await emulator.close();
  expect(await exitCodeOf(program, [evaluate, here])).toBe(1);
});

test('what the container starts is the command, with flags that it has, and a signal ends it', async () => {
  const [program, path = '', ...flags] = listOf(/^ENTRYPOINT (\[.*\])$/m);
  expect(program).toBe('node');
  expect(path).toMatch(/^node_modules\//);
  const command = fileURLToPath(new URL('./customer-emulator.js', import.meta.resolve('@customer-contracts/emulator')));
  expect(command.endsWith(path.replace('node_modules/@customer-contracts/', ''))).toBe(true);
  const child = spawn(process.execPath, [command, ...flags, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const greeting = String(await once(child.stdout, 'data'));
  expect(greeting).toMatch(/^Customers API at http:\/\/0\.0\.0\.0:\d+\//);
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});
