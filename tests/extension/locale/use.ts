import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { type CustomerFixtures, customerFixtures } from '@customer-contracts/fixtures';
import { localeOf, localeTags } from '@customer-contracts/fixtures/locales';
import { seedIds } from '@customer-contracts/seed';
import * as z from 'zod';

const locale = 'la-VA';
assert.ok(localeTags.includes(locale));
const customers: CustomerFixtures = customerFixtures({ seed: 42, locale: localeOf(locale) });
assert.equal(customers.responses.at(0).primaryAddress?.country, 'VA');

const environment = Object.entries(process.env).filter(([name]) => !/^(?:VITEST|TEST$|NODE_ENV$)/.test(name));
const env = { ...Object.fromEntries(environment), NO_COLOR: '1' };
const options = { cwd: new URL('..', import.meta.url), env, encoding: 'utf8', stdio: 'pipe' } as const;

// The command of the seeder knows it.
const command = '../../packages/seed/dist/customer-seed.js';
const written = execFileSync(
  process.execPath,
  [command, 'ids', '--count', '3', '--seed', '42', '--locale', locale],
  options,
);
assert.deepEqual(written.trim().split('\n'), await Array.fromAsync(seedIds({ count: 3, seed: 42, locale })));
assert.match(execFileSync(process.execPath, [command, '--help'], options), /la-VA/);

// The properties of the fixtures hold for it, without a word about it.
const Report = z.object({
  success: z.boolean(),
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) })),
});
const properties = ['coherence', 'safety', 'schemas'].map((name) => `test/${name}.test.ts`);
const fixtures = '../../packages/fixtures';
const flags = ['--root', fixtures, '--typecheck.enabled=false'];
execFileSync('node_modules/.bin/vitest', ['run', ...flags, ...properties], options);
const report = readFileSync(new URL(`../${fixtures}/.vitest/results.json`, import.meta.url), 'utf8');
const { success, testResults } = Report.parse(JSON.parse(report));
assert.ok(success);
assert.deepEqual(
  testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title }) => title.includes(locale))
    .map(({ title, status }) => `${status}: ${title}`)
    .toSorted(),
  [
    'passed: a postal code of la-VA lies in one region',
    'passed: complete has every member of every schema in la-VA',
    'passed: language, country and currency of la-VA are the same in every record, and those of its tag',
  ],
);
