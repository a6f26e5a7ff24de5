import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { readWritten } from '../written-pact.ts';

const require = createRequire(import.meta.url);
const home = dirname(require.resolve('@customer-contracts/pact/package.json'));
const bin = join(home, 'dist', 'customer-pact.js');
const merge = [bin, 'merge', '--', process.execPath, require.resolve('jest/bin/jest')];

/** What makes CommonJS of TypeScript. ts-jest, which needs a TypeScript before 7, is in the tests of the registry. */
const compilers: Readonly<Record<string, readonly [path: string, options: unknown]>> = {
  '@swc/jest': [
    require.resolve('@swc/jest'),
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
  'babel-jest': [
    require.resolve('babel-jest'),
    {
      presets: [
        [require.resolve('@babel/preset-env'), { targets: { node: 'current' } }],
        require.resolve('@babel/preset-typescript'),
      ],
    },
  ],
};

const contractTest = (id: string) => `
import { createCustomersClient } from '@customer-contracts/client';
import { customersPact } from '@customer-contracts/pact';
import { Customer } from '@customer-contracts/schemas';
import * as z from 'zod';

declare const it: (name: string, test: () => unknown) => void;
declare const expect: (received: unknown) => { toEqual(expected: unknown): void; toBeInstanceOf(expected: unknown): void };
declare const __dirname: string;

const pact = customersPact({ consumer: 'commonjs', directory: __dirname + '/pacts' });
const Summary = z.object({ id: z.string(), primaryAddress: Customer.shape.primaryAddress });

it('reads ${id}', pact.getCustomer({ id: '${id}' }).reads(Summary).test(async ({ baseUrl, apiKey, example }) => {
  const customers = createCustomersClient({ server: baseUrl, apiKey });
  const id: string = example.id;
  const { body } = await customers.getCustomer({ id });
  expect(Summary.parse(body)).toEqual(example);
}));
`;

/** Says what failed, and nothing else. */
const silentReporter = `module.exports = class {
  onTestResult(_, { failureMessage }) {
    if (failureMessage) process.stdout.write(failureMessage);
  }
};`;

test.each(Object.entries(compilers))(
  'runs as CommonJS in jest 30 with %s, without a flag, and prints one line',
  async (_, transform) => {
    const root = await temporaryProject('commonjs');
    try {
      await mkdir(join(root, 'node_modules', '@customer-contracts'), { recursive: true });
      await symlink(home, join(root, 'node_modules', '@customer-contracts', 'pact'));
      await writeFile(join(root, 'package.json'), '{}');
      await writeFile(join(root, 'silent.js'), silentReporter);
      await writeFile(
        join(root, 'jest.config.json'),
        JSON.stringify({
          transform: { '\\.ts$': transform },
          reporters: ['<rootDir>/silent.js'],
          cacheDirectory: '<rootDir>/.jest',
        }),
      );
      for (const id of ['cus_01', 'cus_02']) await writeFile(join(root, `${id}.test.ts`), contractTest(id));

      for (const workers of [['--maxWorkers', '2'], ['--runInBand']]) {
        const { code, output } = await run([...merge, ...workers], root);
        expect(output).toMatch(
          /^customer-pact: pacts\/commonjs-rebilly-customers-api\.json: 4 interactions, (?:written|unchanged)\n$/,
        );
        expect(code).toBe(0);
      }
      const { interactions } = await readWritten(join(root, 'pacts', 'commonjs-rebilly-customers-api.json'));
      expect(interactions).toHaveLength(4);
    } finally {
      await rm(root, { recursive: true });
    }
  },
  240_000,
);
