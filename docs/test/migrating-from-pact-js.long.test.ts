import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { coverage, diff, lint, lintReport, type PactDocument, parsePact } from '@customer-contracts/pact-files';
import { expect, onTestFinished, test } from 'vitest';

import { codeBlocks } from './code-blocks.ts';

const run = promisify(execFile);
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

const [before = '', config = '', mixed = '', after = ''] = codeBlocks
  .filter(({ file, language }) => file === 'docs/guides/migrating-from-pact-js.md' && language === 'ts')
  .map(({ code }) => code);

/** The first step of the page: one line of the test, and an import. */
const moved = `import { pactJsDirectory } from '@customer-contracts/pact';\n${before.replace("dir: 'pacts'", 'dir: pactJsDirectory()')}`;

/** A consumer's package, beside this file so that it finds the packages, whose one test file is replaced step by step. */
function project() {
  mkdirSync(new URL('../.vitest', import.meta.url), { recursive: true });
  const root = mkdtempSync(fileURLToPath(new URL('../.vitest/migration-', import.meta.url)));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(join(root, name), text);
  write('package.json', '{ "name": "billing-web", "type": "module" }');
  return {
    write,
    async run(tests: string): Promise<{ readonly output: string; readonly pact: PactDocument }> {
      write('customers.test.ts', tests);
      const { stdout } = await run(process.execPath, [vitest, 'run', '--root', root], {
        cwd: root,
        env: { ...process.env, NO_COLOR: '1', VITEST: '' },
      });
      const file = join(root, 'pacts', 'billing-web-rebilly-customers-api.json');
      return { output: stdout, pact: parsePact(readFileSync(file, 'utf8'), file) };
    },
  };
}

/** What the one contract asks of the provider, and the other doesn't, neither in these words nor in stricter ones. */
const askedOnlyBy = async (one: PactDocument, other: PactDocument) => (await diff([other], [one])).newlyAsked;
const namesIn = ({ interactions }: PactDocument) => interactions.map(({ description }) => description);

test('the road from pact-js to the harness asks for nothing new and drops nothing', async () => {
  const consumer = project();
  const plain = await consumer.run(before);
  consumer.write('vitest.config.ts', config);

  const steps = [await consumer.run(moved), await consumer.run(mixed), await consumer.run(after)];

  for (const { pact } of steps) {
    expect(await askedOnlyBy(pact, plain.pact)).toEqual([]);
    expect(await askedOnlyBy(plain.pact, pact)).toEqual([]);
    expect((await diff([plain.pact], [pact])).removed).toEqual([]);
    const findings = await lint([pact]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(lintReport([], [pact])).toContain('1 of them is outside of the 8 operations');
  }
  expect(steps.map(({ pact }) => namesIn(pact))).toEqual([
    ['a request for a customer who is gone', 'a request for a customer', 'a request for an invoice'],
    [
      'a request for a customer who is gone',
      'a request for an invoice',
      'get a customer: 200, complete, reading createdTime, id',
    ],
    ['a request for an invoice', 'get a customer: 200, complete, reading createdTime, id', 'get a customer: 404'],
  ]);
  expect(steps[1]?.output).toContain('written without "a request for a customer"');
  expect(steps[2]?.output).toContain('written without "a request for a customer who is gone"');
  expect(coverage([steps[2]?.pact ?? plain.pact])).toEqual(coverage([plain.pact]));
}, 120_000);
