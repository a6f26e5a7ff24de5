import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { expect, test } from 'vitest';

import { temporaryFolder } from './temporary-folder.ts';

const processes = 12;
const files = 20;

/** Opens one new file after the other as soon as it is told to, and says what went wrong. */
const opener = `
  import { createEmulator } from '@customer-contracts/emulator';
  console.log('ready');
  process.stdin.once('data', () => {
    process.stdin.destroy();
    for (let file = 0; file < ${files}; file += 1) {
      try {
        createEmulator({ database: file + '.db' }).close();
      } catch (error) {
        console.error(error.message);
      }
    }
  });
`;

test(`${processes} processes that open the same new file at once all get it`, async () => {
  await using folder = await temporaryFolder();
  const module = opener.replace('@customer-contracts/emulator', import.meta.resolve('@customer-contracts/emulator'));
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', module], { cwd: folder.path }),
  );
  const complaints = children.map(({ stderr }) => text(stderr));
  await Promise.all(children.map(({ stdout }) => once(stdout, 'data')));
  for (const { stdin } of children) stdin.end('go');
  expect((await Promise.all(complaints)).join('')).toBe('');
});
