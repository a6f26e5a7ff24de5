import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import { codeBlocks } from './code-blocks.ts';

const bins = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));

// The guide about the broker needs one: tests/broker runs its blocks.
const transcripts = codeBlocks.filter(
  ({ file, language }) => language === 'console' && !file.endsWith('contracts-between-teams.md'),
);

test.each(transcripts)('$file:$line prints what it shows', async ({ code }) => {
  const cwd = mkdtempSync(join(tmpdir(), 'console-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const port = await freePort();
  const commands = code
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2));
  const child = spawn('bash', ['-c', script(commands, port)], {
    cwd,
    env: { ...process.env, PATH: `${bins}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const shown = settled(code, port);
  expect(abridged(settled(await text(child.stdout), port), shown)).toEqual(shown);
});

/** The commands as somebody types them: the next one when the last is done, or listens. What is installed here is not installed. */
function script(commands: readonly string[], port: number): string {
  const typed = commands
    .filter((command) => !command.startsWith('npm install '))
    .flatMap((command) => {
      const here = command.replace(/^npx /, '').replaceAll('4010', String(port));
      const listens = `until (: > /dev/tcp/127.0.0.1/${port}) 2> /dev/null; do sleep 0.05; done`;
      return here.endsWith('&')
        ? [here.replace('customer-emulator', `customer-emulator --port ${port}`), listens]
        : [here];
    });
  return ['exec 2>&1', `trap 'kill $(jobs -p) 2> /dev/null' EXIT`, ...typed].join('\n');
}

/** The printed lines, with the … of the shown ones for those that it leaves out. */
function abridged(printed: readonly string[], shown: readonly string[]): string[] {
  const rest = [...printed];
  const lines = shown.flatMap((line, index) => {
    if (line !== '…') return rest.splice(0, 1);
    const end = rest.indexOf(shown[index + 1] ?? '');
    if (end === -1) return rest.splice(0);
    rest.splice(0, end);
    return [line];
  });
  return [...lines, ...rest];
}

/** The lines of a text, without commands, and with any time and speed as good as another. */
const settled = (text: string, port: number): string[] =>
  text
    .replaceAll('4010', String(port))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('$ '))
    .map((line) => line.replaceAll(/[\d.,]+(?=\/s| s\b)/g, '1'));

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
