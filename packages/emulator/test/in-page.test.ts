import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

import { filesLeftOut, testsLeftOut } from './in-page/left-out.ts';

const at = (path: string): URL => new URL(path, import.meta.url);

test('what is left out in a page is there', () => {
  expect(Object.keys(filesLeftOut).filter((file) => !existsSync(at(file)))).toEqual([]);
  const files = readdirSync(at('.')).filter((file) => file.endsWith('.test.ts') && !(file in filesLeftOut));
  const all = files.map((file) => readFileSync(at(file), 'utf8')).join('\n');
  expect(Object.keys(testsLeftOut).filter((title) => !all.includes(title))).toEqual([]);
});

test('what runs in a page asks for nothing that only Node has', async () => {
  await using bundler = await rolldown({
    input: fileURLToPath(at('../dist/browser.js')),
    platform: 'browser',
    external: [/^(?!@customer-contracts)[^./]/],
  });
  const { output } = await bundler.generate();
  const code = output.map((file) => ('code' in file ? file.code : '')).join('\n');
  expect(code).toContain('sqlite3_deserialize');
  expect(code).not.toMatch(/["']node:/);
});
