import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { run } from './run.ts';
import type { TypeProject } from './type-projects.ts';

const yarn = createRequire(import.meta.url).resolve('@yarnpkg/cli-dist/bin/yarn.js');

/** Each package manager: what installs, and what it is told before. */
const packageManagers = {
  npm: { command: ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts'], settings: {} },
  pnpm: { command: ['pnpm', 'install', '--ignore-scripts', '--no-frozen-lockfile'], settings: {} },
  'pnpm without peers': {
    command: ['pnpm', 'install', '--ignore-scripts', '--no-frozen-lockfile'],
    settings: { 'pnpm-workspace.yaml': 'autoInstallPeers: false\nstrictPeerDependencies: false\n' },
  },
  yarn: { command: [process.execPath, yarn, 'install'], settings: { 'yarn.lock': '' } },
} as const;

/** What is compiled everywhere. An unused `@ts-expect-error` is an error, so that a type which became `any` is one, too. */
const types = `import type { Customer, CustomerInput, Query, ResponseBody } from '@customer-contracts/types';

type IsAny<Type> = 0 extends 1 & Type ? true : false;
export const isAny: [IsAny<Customer>, IsAny<Customer['primaryAddress']>, IsAny<ResponseBody<'getCustomer', 404>>] = [false, false, false];
export const customer: Customer = { id: 'cus_01', email: null, _links: [{ rel: 'self' }] };
export const input: CustomerInput = { primaryAddress: { city: 'Leeds' } };
export const query: Query<'getCustomerCollection'> = { limit: 1, sort: ['-createdTime'] };
// @ts-expect-error a number is no id
export const wrong: Customer = { id: 5 };
// @ts-expect-error there is no such member
export const unknown: Customer = { id: 'cus_01', nonsense: true };
// @ts-expect-error it is read-only
export const readOnly: CustomerInput = { email: 'ada@example.com' };
// @ts-expect-error there is no such order
export const order: Query<'getCustomerCollection'> = { sort: ['shoeSize'] };
`;

const fixtures = `import { customerFixtures, enUS, mix, type CustomerFixtures } from '@customer-contracts/fixtures';
import { localeOf } from '@customer-contracts/fixtures/locales';
import { deDE } from '@customer-contracts/fixtures/locales/de-DE';

type IsAny<Type> = 0 extends 1 & Type ? true : false;
export const customers = customerFixtures({ seed: 1 });
export const customer = customers.responses.at(0);
export const contact = customer.primaryAddress;
export const links = customer._links;
export const isAny: [IsAny<typeof customer>, IsAny<typeof contact>, IsAny<typeof deDE>] = [false, false, false];
export const locales = [deDE, mix([[enUS, 6], [deDE, 3]]), localeOf('ja-JP')].map((locale) => customerFixtures({ locale }).locale);
export const leads = customers.leads().responses.at(0);
export const payers = customers.payers().responses.at(0);
export const minimal = customers.minimal().responses.at(0);
export const bare = customers.bare().responses.at(0);
export const complete = customers.complete().responses.at(0);
export const tagged = customers.complete().withTags('vip').responses.at(0);
export const attributed = customers.withLeadSource().responses.at(0);
export const factory = customers.payers().with({ primaryAddress: { city: 'Leeds' } });
export const inputs = customers.minimal().withLeadSource().inputs.at(0);
export const city: string = customers.complete().responses.at(0).primaryAddress.city;
export const first = (factory: CustomerFixtures): string => factory.responses.at(0).id;
export const ids = [customers.complete(), customers.bare(), customers.payers().withTags('vip')].map(first);
// @ts-expect-error an id is no number
export const wrong: number = customer.id;
// @ts-expect-error there is no such member
export const unknown = customers.with({ nonsense: 1 });
`;

/** What needs zod 4: what is made from the schemas, and what the client says, exported with a declaration. */
const derived = `import { createCustomersClient, isCustomersApiError } from '@customer-contracts/client';
import { Customer, CustomerInput, LeadSource, operations, providerStates, tolerant } from '@customer-contracts/schemas';
import { z } from 'zod';

export const extended = Customer.extend({ tier: z.string() });
export const picked = CustomerInput.pick({ primaryAddress: true });
export const list = z.array(Customer);
export const either = z.union([Customer, LeadSource]);
export const wrapped = z.object({ customer: Customer.nullable(), leadSource: LeadSource.optional() });
export const summary = Customer.transform(({ id, primaryAddress }) => ({ id, primaryAddress }));
export const answer = tolerant(Customer);
export const parsed = answer.parse({ id: 'cus_01' });
export const shape = Customer.shape;
export const table = operations;
export const states = providerStates;
export const client = createCustomersClient({ server: 'sandbox', apiKey: 'key', organizationId: 'demo' });
export const load = (id: string) => client.getCustomer({ id });
export const save = client.putCustomer;
export const call: Parameters<typeof client.getCustomerCollection>[0] = { filter: 'locale:fr' };
export const listed = client.customers();
export const reason = (error: unknown) => (isCustomersApiError(error) ? error : undefined);
export type Tier = z.infer<typeof extended>['tier'];
// @ts-expect-error an id is no number
export const wrong: number = parsed.id;
// @ts-expect-error there is no such member
export const unknown: z.infer<typeof Customer> = { id: 'cus_01', nonsense: true };
`;

/** Makes the project of someone who imports types in an empty folder, and compiles it. @returns what the compiler said. @throws with all of that when it fails. */
export async function compileTypeProject(
  folder: string,
  { packageManager, zod, typescript, moduleResolution, format }: TypeProject,
  { registry, path }: { readonly registry: string; readonly path: string },
): Promise<string> {
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  const isWithZod4 = zod.startsWith('4');
  const programs = { types, fixtures, ...(isWithZod4 && { derived }) };
  const ours = ['types', 'fixtures', ...(isWithZod4 ? ['schemas', 'client'] : [])];
  mkdirSync(folder);
  write('.npmrc', `@customer-contracts:registry=${registry}\n`);
  write(
    '.yarnrc.yml',
    [
      'nodeLinker: node-modules',
      'enableScripts: false',
      'enableTelemetry: false',
      // What an earlier run has left there is another package.
      'enableGlobalCache: false',
      'enableMirror: false',
      'enableImmutableInstalls: false',
      // What was published a moment ago is no danger here.
      `npmPreapprovedPackages: ['@customer-contracts/*']`,
      `npmScopes: { customer-contracts: { npmRegistryServer: '${registry.replace(/\/$/, '')}' } }`,
      `unsafeHttpWhitelist: ['127.0.0.1']`,
      '',
    ].join('\n'),
  );
  write(
    'package.json',
    JSON.stringify({
      name: 'a-user',
      private: true,
      type: format,
      dependencies: {
        ...Object.fromEntries(ours.map((name): [string, string] => [`@customer-contracts/${name}`, '*'])),
        ...(zod !== 'none' && { zod }),
        typescript,
      },
    }),
  );
  for (const [name, code] of Object.entries(programs)) write(`${name}.ts`, code);
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        composite: true,
        declaration: true,
        skipLibCheck: false,
        target: 'ES2022',
        lib: ['ES2022', 'DOM'],
        types: [],
        module: moduleOf(moduleResolution, format),
        moduleResolution,
        // The declarations of zod 4 ask for it.
        ...(isWithZod4 && { esModuleInterop: true }),
        ...(typescript === '6' && moduleResolution === 'node' && { ignoreDeprecations: '6.0' }),
        rootDir: '.',
        outDir: 'compiled',
      },
      files: Object.keys(programs).map((name) => `${name}.ts`),
    }),
  );
  const { command, settings } = packageManagers[packageManager];
  for (const [file, text] of Object.entries(settings)) write(file, text);
  const [program, ...parameters] = command;
  await run(program, parameters, { cwd: folder, env: { PATH: path } });
  return run(process.execPath, ['node_modules/typescript/bin/tsc'], { cwd: folder });
}

function moduleOf(moduleResolution: TypeProject['moduleResolution'], format: TypeProject['format']): string {
  switch (moduleResolution) {
    case 'node':
      return format === 'commonjs' ? 'CommonJS' : 'ESNext';
    case 'bundler':
      return 'ESNext';
    case 'node16':
    case 'nodenext':
      return moduleResolution;
    default:
      return moduleResolution satisfies never;
  }
}
