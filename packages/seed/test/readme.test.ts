import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { runSeed, startEmulatorCommand } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [, block = ''] = /```console\n(.*?)```/s.exec(readme) ?? [];
const lines = block.trim().split('\n');

/** Speeds and times differ from run to run. */
const steady = (line: string) => line.replaceAll(/\d+\/s/g, 'N/s').replaceAll(/[\d.]+ (s|min)( left)?\b/g, 'T$2');

test('staging from zero and back takes six lines, and prints what the README shows', async () => {
  const commands = lines.filter((line) => line.startsWith('$ '));
  expect(commands).toHaveLength(6);
  const [, , emulatorCommand = ''] = commands;
  const flags = emulatorCommand.replace('$ npx customer-emulator ', '').replace(' --quiet &', '').split(' ');
  await using folder = await temporaryFolder();
  await using emulator = await startEmulatorCommand(flags);
  for (const command of commands.slice(3)) {
    const start = lines.indexOf(command) + 1;
    const next = lines.findIndex((line, index) => index >= start && line.startsWith('$ '));
    const shown = lines.slice(start, next === -1 ? undefined : next).filter((line) => line !== '…');
    const words = command
      .replace('http://127.0.0.1:4010', emulator.url)
      .replace('staging.ledger', join(folder.path, 'staging.ledger'))
      .replace('$ npx customer-seed ', '')
      .split(' ');
    const { stdout, stderr, code } = await runSeed(words);
    expect(code).toBe(0);
    const printed = `${stderr}${stdout}`.split('\n').map(steady);
    for (const line of shown) expect(printed).toContain(steady(line));
  }
});
