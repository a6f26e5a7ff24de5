import { createRequire } from 'node:module';
import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { expect, test } from 'vitest';

import { run } from '../run.ts';
import { send } from '../send.ts';
import { temporaryPacts } from '../temporary-pacts.ts';
import { readWritten } from '../written-pact.ts';
import { commonJsProject, jest, merge } from './commonjs-project.ts';

const require = createRequire(import.meta.url);

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

test.each(Object.entries(compilers))(
  'runs as CommonJS in jest 30 with %s, without a flag, and prints one line',
  async (_, transform) => {
    await using project = await commonJsProject(
      { 'a.test.ts': contractTest('cus_01'), 'b.test.ts': contractTest('cus_02') },
      { transform: { '\\.ts$': transform } },
    );

    for (const [workers, outcome] of [
      ['--maxWorkers=2', 'written'],
      ['--runInBand', 'unchanged'],
    ] as const) {
      expect(await run([...merge, workers], project.root)).toEqual({
        code: 0,
        output: `customer-pact: pacts/commonjs-rebilly-customers-api.json: 4 interactions, ${outcome}\n`,
      });
    }
    const { interactions } = await readWritten(join(project.root, 'pacts', 'commonjs-rebilly-customers-api.json'));
    expect(interactions).toHaveLength(4);
  },
  240_000,
);

test('writes the pact file with the reporter, as CommonJS and without a flag', async () => {
  await using project = await commonJsProject(
    { 'a.test.ts': contractTest('cus_01'), 'b.test.ts': contractTest('cus_02') },
    {
      transform: { '\\.ts$': compilers['@swc/jest'] },
      reporters: ['<rootDir>/silent.js', '@customer-contracts/pact/jest'],
    },
  );

  expect(await run(jest, project.root)).toEqual({
    code: 0,
    output: 'customer-pact: pacts/commonjs-rebilly-customers-api.json: 4 interactions, written\n',
  });
}, 120_000);

test('verifies a pact as CommonJS in jest 30, without a flag', async () => {
  await using pacts = await temporaryPacts();
  await pacts.pact.getCustomer({ id: 'cus_01' }).test((address) => send('getCustomer', { id: 'cus_01' }, address))();
  await pacts.merged();
  await using emulator = await startEmulator({ providerStates: true });
  await using project = await commonJsProject({
    'a.test.js': `const { emulatorStates, verifyProvider } = require('@customer-contracts/pact/verify');
it('honours the pact', async () => {
  const url = '${emulator.url}';
  const { interactions } = await verifyProvider({ baseUrl: url, pacts: ['${pacts.directory}'], states: emulatorStates({ url }) });
  expect(interactions).toMatchObject([{ description: 'get a customer: 200', isPassed: true }]);
}, 60_000);`,
  });

  expect(await run(jest, project.root)).toEqual({ code: 0, output: '' });
}, 120_000);
