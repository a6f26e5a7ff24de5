import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { codeBlocks } from '@customer-contracts/docs/code-blocks';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { brokerFolder } from '../src/bundle.ts';
import { settingsOf } from '../src/command.ts';
import { type RunningBroker, startBroker } from '../src/start-broker.ts';

const blocks = codeBlocks.filter(({ file }) => file === 'docs/guides/contracts-between-teams.md');
const transcripts = blocks.filter(({ language }) => language === 'console');
const sources = blocks.filter(({ language }) => language === 'ts');

let broker: RunningBroker;
/** The project of the reader, inside this package, so that it finds ours. */
let project: string;

beforeAll(async () => {
  broker = await startBroker();
  mkdirSync(join(brokerFolder, '.vitest'), { recursive: true });
  project = mkdtempSync(join(brokerFolder, '.vitest/guide-'));
  writeFileSync(join(project, 'package.json'), '{ "name": "reader-of-the-guide", "type": "module" }');
});

afterAll(async () => {
  rmSync(project, { recursive: true });
  await broker[Symbol.asyncDispose]();
});

test.each(transcripts)('$file:$line prints what it shows', async ({ line, code }) => {
  writeSources(line);
  const lines = code.split('\n');
  const isTyped = (each: string): boolean => /^[$>] /.test(each);
  const shown = lines.filter((each) => !isTyped(each));

  const printed = await run(lines.filter(isTyped).map((each) => each.slice(2).replace(/^npx /, '')));

  expect(settled(abridged(printed, shown))).toEqual(settled(shown));
});

/** Writes the files that stand in the guide between the transcript before this line, and this line. */
function writeSources(line: number): void {
  const before = transcripts.findLast((each) => each.line < line)?.line ?? 0;
  for (const source of sources.filter((each) => each.line > before && each.line < line)) {
    const [, name = ''] = /^\/\/ (\S+)\n/.exec(source.code) ?? [];
    writeFileSync(join(project, name), source.code);
  }
}

/** The lines that commands print, on either stream, one after the other in one shell. */
async function run(commands: readonly string[]): Promise<readonly string[]> {
  const child = spawn('bash', ['-c', ['exec 2>&1', ...commands].join('\n')], {
    cwd: project,
    env: {
      ...process.env,
      PATH: `${brokerFolder}/node_modules/.bin:${process.env['PATH'] ?? ''}`,
      ...settingsOf(broker),
      NO_COLOR: '1',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [printed] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return printed.replaceAll(broker.url, 'http://localhost:9292').split('\n');
}

/** Without the lines at the beginning for which "…" stands. */
function abridged(printed: readonly string[], [first, second = '']: readonly string[]): readonly string[] {
  const start = printed.indexOf(second);
  return first === '…' && start > 0 ? [first, ...printed.slice(start)] : printed;
}

/** Without what differs from run to run: times, and the broker's name of a content. */
function settled(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) =>
      line
        .replace(/ +\d+ ms$/, ' 1 ms')
        .replace(/\b[0-9a-f]{40}\b/, 'content')
        .trimEnd(),
    )
    .filter((line) => line !== '');
}
