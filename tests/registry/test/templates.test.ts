import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

import { pathOf } from '../src/node-tools.ts';
import { run } from '../src/run.ts';

const templates = join(inject('workspace'), 'docs/templates/contract-tests');
const read = (name: string): string => readFileSync(join(templates, name), 'utf8');

const Job = z.looseObject({
  strategy: z.object({ matrix: z.object({ shard: z.array(z.int()) }) }).optional(),
  steps: z.array(
    z.looseObject({
      uses: z.string().optional(),
      run: z.string().optional(),
      with: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
});
const { jobs } = z.object({ jobs: z.object({ test: Job, publish: Job }) }).parse(parse(read('sharded.yml')));

/** What a shell runs in a job once everything is installed. */
const linesOf = ({ steps }: z.infer<typeof Job>): string[] =>
  steps.flatMap(({ run: line }) => (line === undefined || /^npm (?:ci|install)/.test(line) ? [] : [line]));

const inputsOf = ({ steps }: z.infer<typeof Job>, action: string): Record<string, unknown> =>
  steps.find(({ uses }) => uses?.startsWith(action))?.with ?? {};

const contractTest = (id: string): string => `import { customersPact } from '@customer-contracts/pact';
import { it } from 'vitest';
const pact = customersPact({ consumer: 'billing-web' });
it('asks for ${id}', pact.getCustomer({ id: '${id}' }).respondsWith(404).as('${id} is gone').test(async ({ baseUrl, apiKey }) => {
  await fetch(baseUrl + '/customers/${id}', { headers: { 'REB-APIKEY': apiKey } });
}));
`;

const repository = join(inject('temporary'), 'templates');
const env = { PATH: pathOf(inject('temporary'), '24'), NO_COLOR: '1', VERSION: '5e1f0a2', BRANCH: 'main' };
const type = (line: string, cwd: string): Promise<string> => run('bash', ['-ec', line], { cwd, env });

// A project with two contract tests, and a unit test that fails.
beforeAll(async () => {
  const write = (file: string, text: string): void => {
    mkdirSync(join(repository, file, '..'), { recursive: true });
    writeFileSync(join(repository, file), text);
  };
  write('package.json', '{ "name": "billing-web", "private": true, "type": "module" }');
  write('.npmrc', `@customer-contracts:registry=${inject('registry')}\n`);
  for (const id of ['ada', 'bob']) write(`contract/${id}.test.ts`, contractTest(id));
  write('src/unit.test.ts', "import { it } from 'vitest';\nit('fails', () => { throw new Error('red'); });\n");
  await type('npm install --no-audit --no-fund @customer-contracts/pact zod vitest', repository);
  // tests/broker publishes with the real one.
  write('node_modules/.bin/pact-broker', '#!/bin/sh\necho "$@" > published.txt\ncat "$2"/*.json > published.json\n');
  chmodSync(join(repository, 'node_modules/.bin/pact-broker'), 0o755);
});

/** The repository on a machine of its own, with a template in it. */
function checkout(name: string, template: string): string {
  const folder = join(inject('temporary'), `templates-${name}`);
  cpSync(repository, folder, { recursive: true, verbatimSymlinks: true });
  copyFileSync(join(templates, template), join(folder, template));
  return folder;
}

const Pact = z.object({ interactions: z.array(z.object({ description: z.string() })) });
const descriptionsIn = (file: string): string[] =>
  Pact.parse(JSON.parse(readFileSync(file, 'utf8'))).interactions.map(({ description }) => description);
const pact = 'pacts/billing-web-rebilly-customers-api.json';

test('contract tests in shards make one contract, which is published', async () => {
  const shards = jobs.test.strategy?.matrix.shard ?? [];
  const upload = inputsOf(jobs.test, 'actions/upload-artifact@');
  const download = inputsOf(jobs.publish, 'actions/download-artifact@');
  // A hidden folder is left out of an artifact unless it is told.
  expect(upload).toMatchObject({ path: 'pacts/.shards', 'include-hidden-files': true });
  expect(download).toMatchObject({ path: upload['path'], 'merge-multiple': true });

  const publisher = checkout('publisher', 'vitest.contract.config.ts');
  for (const shard of shards) {
    const tester = checkout(`shard-${shard}`, 'vitest.contract.config.ts');
    const told = { '${{ matrix.shard }}': String(shard), '${{ strategy.job-total }}': String(shards.length) };
    for (const line of linesOf(jobs.test)) {
      const expanded = Object.entries(told).reduce((text, [name, value]) => text.replace(name, value), line);
      await type(expanded, tester);
    }
    expect(existsSync(join(tester, pact))).toBe(false);
    cpSync(join(tester, String(upload['path'])), join(publisher, String(download['path'])), { recursive: true });
  }
  for (const line of linesOf(jobs.publish)) await type(line, publisher);
  expect(descriptionsIn(join(publisher, 'published.json'))).toEqual(['ada is gone', 'bob is gone']);
  expect(readFileSync(join(publisher, 'published.txt'), 'utf8')).toBe(
    'publish pacts --consumer-app-version 5e1f0a2 --branch main\n',
  );
});

test.each([
  ['a configuration of their own', 'vitest.contract.config.ts'],
  ['a project of their own', 'vitest.config.ts'],
])('contract tests alone write the contract by %s, and a red unit test prevents nothing', async (_, template) => {
  const folder = checkout(`alone-${template}`, template);
  await type(/npx vitest run .*$/m.exec(read(template))?.[0] ?? '', folder);
  expect(descriptionsIn(join(folder, pact))).toEqual(['ada is gone', 'bob is gone']);
});
