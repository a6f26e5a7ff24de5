import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { expect, onTestFinished, test } from 'vitest';

import { codeBlocks } from './code-blocks.ts';

const blocks = codeBlocks.filter(({ file }) => file === 'docs/guides/survive-the-next-change.md');
const codeOf = (wanted: string) => blocks.filter(({ language }) => language === wanted).map(({ code }) => code);
const [before = '', after = ''] = codeOf('ts');
const [found = '', left = ''] = codeOf('text');
const bins = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));

/** What `customer-pact mutate` prints about a file of tests, behind what vitest prints. */
async function mutated(tests: string): Promise<string> {
  mkdirSync(new URL('../.vitest', import.meta.url), { recursive: true });
  const root = mkdtempSync(fileURLToPath(new URL('../.vitest/mutations-', import.meta.url)));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'package.json'), '{ "name": "support-web", "type": "module" }');
  writeFileSync(join(root, 'vitest.config.js'), 'export default {};\n');
  writeFileSync(join(root, 'support.test.ts'), tests);
  const own = Object.entries(process.env).filter(([name]) => !/^VITEST|^TEST$|^NODE_ENV$/.test(name));
  const env = { ...Object.fromEntries(own), NO_COLOR: '1', PATH: `${bins}${delimiter}${process.env['PATH'] ?? ''}` };
  const command = join(bins, 'customer-pact');
  const { stdout } = await promisify(execFile)(command, ['mutate', '--', 'vitest', 'run'], { cwd: root, env });
  return stdout.slice(stdout.indexOf('interaction  '));
}

test('the guide shows what does not survive, and that everything does in the end', async () => {
  const [first = '', last = ''] = found.split('…\n');
  const printed = await mutated(before);
  expect(printed.slice(0, first.length)).toBe(first);
  expect(printed.slice(-last.length)).toBe(last);
  expect(await mutated(after)).toBe(left);
  expect(left).toMatch(/: tolerance 100 %, sensitivity 100 %, refusal 100 %\n$/);
}, 120_000);
