import { readFile } from 'node:fs/promises';

import { isPactError, lint, parsePact } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { defectiveFiles } from './defective-files.ts';
import { soundFiles } from './sound-files.ts';

test.each(soundFiles)('finds nothing in $name', async ({ text }) => {
  expect(await lint([parsePact(text, 'pact.json')])).toEqual([]);
});

test.each(defectiveFiles)('$rule alone finds $name', async ({ text, rule }) => {
  expect(await rulesAgainst(text)).toEqual([rule]);
});

test('each file is one of its own, and the README says how many there are', async () => {
  const files = [...soundFiles, ...defectiveFiles];
  expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  const readme = (await readFile(new URL('../../README.md', import.meta.url), 'utf8')).replaceAll('\n', ' ');
  expect(readme).toContain(`${soundFiles.length} sound ones`);
  expect(readme).toContain(`${defectiveFiles.length} with one defect`);
});

/** The rules that find something; `unreadable` where no pact can be read. */
async function rulesAgainst(text: string): Promise<readonly string[]> {
  try {
    const findings = await lint([parsePact(text, 'pact.json')]);
    return [...new Set(findings.map(({ rule }) => rule))];
  } catch (error) {
    if (isPactError(error)) return ['unreadable'];
    throw error;
  }
}
