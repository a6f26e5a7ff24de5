import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { expect, test } from 'vitest';

import { standIn } from './stand-in.ts';
import { command } from './start-command.ts';

/** Runs the command on a terminal of 60 columns: the `script` of the system makes one. */
async function onTerminal(flags: string, answer: string, apiKey: string) {
  const shell = `stty columns 60; exec "${process.execPath}" "${command}" ${flags}`;
  const child = spawn('script', ['-qec', shell, '/dev/null'], {
    env: { ...process.env, CUSTOMERS_API_KEY: apiKey },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (!output.includes('[y/N]') && String(chunk).includes('[y/N]')) child.stdin.write(answer);
    output += String(chunk);
  });
  await once(child, 'close');
  return { output, code: child.exitCode };
}

test('on a terminal it asks, with the organization in the question, and shows a bar', async () => {
  await using api = await standIn();
  const { to, apiKey } = api.target;
  const { output, code } = await onTerminal(`--to ${to} --count 300 --seed 4`, 'y\n', apiKey);
  expect(output).toContain('Write up to 300 customers to organization demo at 127.0.0.1? [y/N] ');
  const bars = output.split('\r\u001b[K').filter((line) => /^█*░* \d+ %, \d+ of 300, \d+\/s/.test(line));
  expect(bars.length).toBeGreaterThan(0);
  expect(Math.max(...bars.map(({ length }) => length))).toBe(59);
  expect(output).toContain('300 created');
  expect(output).not.toContain(apiKey);
  expect(code).toBe(0);
});

test('any other answer than yes is a no', async () => {
  await using api = await standIn();
  const { output, code } = await onTerminal(`--to ${api.target.to} --count 3`, 'sure\n', api.target.apiKey);
  expect(output).toContain('error: Failed to seed demo at 127.0.0.1: 3 writes were planned, and not confirmed.');
  expect(code).toBe(1);
  expect(api.requests).toEqual([]);
});

test('a payload that is typed on the terminal is not asked about: its answer would be no record', async () => {
  await using api = await standIn();
  const { to, apiKey } = api.target;
  const shell = `exec "${process.execPath}" "${command}" --to ${to} --payload -`;
  const child = spawn('script', ['-qec', shell, '/dev/null'], { env: { ...process.env, CUSTOMERS_API_KEY: apiKey } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += String(chunk)));
  child.stdin.write('{"id":"ada","locale":"en-GB"}\n\u0004');
  await once(child, 'close');
  expect(output).not.toContain('[y/N]');
  expect(output).toContain('1 created');
  expect(child.exitCode).toBe(0);
});
