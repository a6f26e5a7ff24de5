import { readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { afterEach, expect, test, vi } from 'vitest';

import { testSizes } from '../../../../test-sizes.ts';
import { documentWith, member } from '../another-document.ts';
import { run, type Run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { customerPact } from './customer-pact.ts';
import { vitestVersions } from './vitest-project.ts';

const require = createRequire(import.meta.url);

/** Consumers whose code takes every tag to have a name: their schema makes an empty one of null. */
const tests = (runner: string, ids: readonly string[]) => `${runner}
import { customersPact } from '@customer-contracts/pact';
import * as z from 'zod';
const pact = customersPact({ consumer: 'tags', directory: new URL('./pacts', import.meta.url) });
const Tags = z.object({ tags: z.array(z.object({ name: z.string().catch('') })) });
for (const id of ${JSON.stringify(ids)}) {
  it(id, pact.getCustomer({ id }).reads(Tags).test(async ({ baseUrl, apiKey }) => {
    const response = await fetch(baseUrl + '/customers/' + id, { headers: { 'REB-APIKEY': apiKey } });
    const { tags } = Tags.parse(await response.json());
    if (tags.some(({ name }) => name === '')) throw new Error('a tag has no name');
  }));
}`;

/** How a runner is started in a project, and what its tests and configuration are. */
interface Runner {
  readonly head: string;
  readonly extension: string;
  readonly command: (root: string) => readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

const vitest = (name: string): Runner => ({
  head: "import { it } from 'vitest';",
  extension: 'test.js',
  command: (root) => [join(dirname(require.resolve(`${name}/package.json`)), 'vitest.mjs'), 'run', '--root', root],
  files: {
    'vitest.config.js': `import { customerPactPlugin } from '@customer-contracts/pact/vitest';
export default { plugins: [customerPactPlugin()], test: { maxWorkers: 2 } };`,
  },
});

const runners: Readonly<Record<string, Runner>> = {
  ...Object.fromEntries(testSizes.vitest.map((version) => [`vitest ${version}`, vitest(vitestVersions[version])])),
  'jest 30': {
    head: '',
    extension: 'test.mjs',
    command: () => ['--experimental-vm-modules', require.resolve('jest/bin/jest'), '--maxWorkers', '2'],
    files: {
      'jest.config.json': JSON.stringify({
        transform: {},
        testMatch: ['**/*.test.mjs'],
        cacheDirectory: '<rootDir>/.jest',
        reporters: ['default', '@customer-contracts/pact/jest'],
      }),
    },
  },
  'node:test': {
    head: "import { it } from 'node:test';",
    extension: 'test.js',
    command: () => [customerPact, 'merge', '--', process.execPath, '--test'],
    files: {},
  },
};

afterEach(() => vi.unstubAllEnvs());

test.each(Object.entries(runners))(
  'tries the tests of %s on another document, and writes no pact',
  async (_, { head, extension, command, files }) => {
    const root = await temporaryProject('tried');
    await using project = { [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
    void project;
    const write = (name: string, text: string) => writeFile(join(root, name), text);
    for (const [name, text] of Object.entries(files)) await write(name, text);
    await write(`a.${extension}`, tests(head, ['cus_a']));
    await write(`b.${extension}`, tests(head, ['cus_b']));
    const tryOn = (document: string): Promise<Run> => {
      vi.stubEnv('CUSTOMERS_API_DOCUMENT', document);
      return run(command(root), root);
    };
    const pactFile = join(root, 'pacts', 'tags-rebilly-customers-api.json');

    const { output: written } = await tryOn('');
    expect(written).toContain('customer-pact: pacts/tags-rebilly-customers-api.json: 2 interactions, written');
    const pact = await readFile(pactFile, 'utf8');
    await write(`c.${extension}`, tests(head, ['cus_c']));

    await write('same.json', documentWith());
    const same = await tryOn('same.json');
    expect(same.output).toContain(
      'customer-pact: pact files left as they were: the tests were tried on same.json, which CUSTOMERS_API_DOCUMENT names',
    );
    expect(same.code).toBe(0);

    await write('new.json', documentWith(member('Tag', 'name', { type: ['string', 'null'] })));
    const changed = await tryOn('new.json');
    expect(changed.output).toContain('a tag has no name');
    expect(changed.output).toContain(
      '(by the API of new.json, tags[].name may be null; the answer was {"tags":[{"name":null}]})',
    );
    expect(changed.output).toMatch(new RegExp(`a\\.${extension}:10:`));
    expect(changed.output).toContain('customer-pact: pact files left as they were: the run failed');
    expect(changed.code).toBe(1);

    const missing = await tryOn('missing.json');
    const said = `Failed to try the tests on missing.json, which CUSTOMERS_API_DOCUMENT names: there is no file ${join(root, 'missing.json')}. Give the path of an OpenAPI document, from your package on.`;
    expect(missing.output.split(said)).toHaveLength(2);
    expect(missing.code).not.toBe(0);

    expect(await readFile(pactFile, 'utf8')).toBe(pact);
  },
  120_000,
);
