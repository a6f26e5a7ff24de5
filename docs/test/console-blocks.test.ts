import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import { codeBlocks } from './code-blocks.ts';
import { abridged, commandsIn, freePort, settled, typed } from './transcript.ts';

const bins = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));

// The guide about the broker needs one: tests/broker runs its blocks.
const transcripts = codeBlocks.filter(
  ({ file, language }) => language === 'console' && !file.endsWith('contracts-between-teams.md'),
);

test.each(transcripts)('$file:$line prints what it shows', async ({ code }) => {
  const cwd = mkdtempSync(join(tmpdir(), 'console-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const port = await freePort();
  // What is installed there is here already.
  const commands = commandsIn(code)
    .filter((command) => !command.startsWith('npm install '))
    .map((command) => command.replace(/^npx /, ''));
  const child = spawn('bash', ['-c', typed(commands, port)], {
    cwd,
    env: { ...process.env, PATH: `${bins}:${process.env['PATH'] ?? ''}`, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const shown = settled(code, port);
  expect(abridged(settled(await text(child.stdout), port), shown)).toEqual(shown);
});
