import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { dockerfileOf } from './dockerfile.ts';

const { text, problemsOf, listOf } = dockerfileOf('packages/seed/docs');

test('a linter finds nothing in the Dockerfile, and something in a worse one', () => {
  expect(problemsOf(text)).toEqual([]);
  expect(problemsOf(text.replace(/^FROM .*/m, 'FROM node:latest'))).toHaveLength(1);
});

test('it runs as a user who is not root', () => {
  expect(/^USER (\w+)$/m.exec(text)?.[1]).toBe('node');
  expect(text.indexOf('\nUSER ')).toBeGreaterThan(text.indexOf('\nRUN '));
});

test('what the container starts is the command, and a signal lets it finish', async () => {
  const [program, path = '', ...flags] = listOf(/^ENTRYPOINT (\[.*\])$/m);
  expect(program).toBe('node');
  expect(flags).toEqual([]);
  const command = fileURLToPath(new URL('./customer-seed.js', import.meta.resolve('@customer-contracts/seed')));
  expect(command.endsWith(path.replace('node_modules/@customer-contracts/', ''))).toBe(true);
  await using emulator = await startEmulator({ rateLimit: false });
  const to = `${emulator.url}/organizations/${emulator.organizationId}`;
  const child = spawn(process.execPath, [command, '--to', to, '--count', '50000', '--yes', '--json'], {
    env: { ...process.env, CUSTOMERS_API_KEY: emulator.apiKey, CUSTOMERS_API_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)));
  let isStopped = false;
  for await (const chunk of child.stdout) {
    // A second one would end it at once.
    if (!isStopped && String(chunk).includes('"created"')) isStopped = child.kill('SIGTERM');
  }
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(143);
  expect(stderr).toContain('Run it again to go on.');
});
