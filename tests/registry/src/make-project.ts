import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Project } from './projects.ts';
import { contractTest, packages, programs, vitestConfig } from './readme.ts';
import { run } from './run.ts';
import { typeKinds } from './type-projects.ts';

/** The oldest compiler goes with the oldest zod. */
const [, , zodFloor, zodNewest] = typeKinds.zod;

/** What each runner needs beside itself, and how it is asked to run the contract test. */
const runners = {
  'vitest 4': { installs: ['vitest@4'], imports: '', command: ['vitest', 'run'], runs: 'sources' },
  'vitest 5': { installs: ['vitest@5'], imports: '', command: ['vitest', 'run'], runs: 'sources' },
  'jest 30': {
    installs: ['jest@30', '@jest/globals@30'],
    imports: "import { expect, it } from '@jest/globals';",
    command: ['customer-pact', 'merge', '--', 'jest'],
    runs: 'compiled',
  },
  'jest 30 CommonJS': {
    installs: ['jest@30', '@jest/globals@30'],
    imports: "import { expect, it } from '@jest/globals';",
    command: ['customer-pact', 'merge', '--', 'jest'],
    runs: 'sources',
  },
  'node:test': {
    installs: ['expect@30'],
    imports: "import { expect } from 'expect';\nimport { it } from 'node:test';",
    command: ['customer-pact', 'merge', '--', 'node', '--test'],
    runs: 'compiled',
  },
} as const;

/** What makes CommonJS of the tests, and how jest is told. ts-jest knows no TypeScript 7, whose compiler can't be called. */
const compilerFor = (typescript: string): { readonly installs: readonly string[]; readonly config: string } =>
  typescript === '7'
    ? {
        installs: ['@swc/core@1', '@swc/jest@0.2'],
        config: `module.exports = { transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] } };`,
      }
    : { installs: ['ts-jest@29'], config: "module.exports = { preset: 'ts-jest' };" };

/** An empty folder that became the project of a user: installed, with the examples of the READMEs in it, compiled. */
export interface MadeProject {
  /** Runs a program by its name. Gives what it prints. */
  runProgram(name: string): Promise<string>;
  /** Runs the contract test. */
  runContractTest(): Promise<string>;
  readonly pact: string;
}

/** Makes the project of a user in an empty folder, with the packages of the registry. */
export async function makeProject(
  folder: string,
  { node, packageManager, typescript, moduleResolution, runner }: Project,
  { registry, path }: { readonly registry: string; readonly path: string },
): Promise<MadeProject> {
  const { installs, imports, command, runs } = runners[runner];
  const [program, ...parameters] = command;
  const execute = (name: string, ...given: readonly string[]): Promise<string> =>
    run(name, given, {
      cwd: folder,
      env: {
        PATH: `${join(folder, 'node_modules/.bin')}:${path}`,
        // jest needs it for packages that are ESM only.
        ...(runner === 'jest 30' && { NODE_OPTIONS: '--experimental-vm-modules' }),
      },
    });
  const write = (file: string, text: string): void => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  };

  write('.npmrc', `@customer-contracts:registry=${registry}\n`);
  const isCommonJs = runner === 'jest 30 CommonJS';
  const compiler = compilerFor(typescript);
  write('package.json', JSON.stringify({ name: 'a-user', private: true, type: isCommonJs ? 'commonjs' : 'module' }));
  const ours = packages.map((name) => `@customer-contracts/${name}`);
  const zod = typescript === '5.9' ? zodFloor : zodNewest;
  const others = [`zod@${zod}`, `typescript@${typescript}`, `@types/node@${parseInt(node, 10)}`, ...installs];
  if (isCommonJs) others.push(...compiler.installs);
  await execute(
    packageManager,
    ...(packageManager === 'npm' ? ['install', '--no-audit', '--no-fund'] : ['add']),
    '--ignore-scripts',
    ...ours,
    ...others,
  );

  for (const [name, code] of Object.entries(programs)) write(`programs/${name}.ts`, code);
  // They await at the top, which no CommonJS can.
  for (const file of ['programs', 'compiled/programs']) write(`${file}/package.json`, '{ "type": "module" }');
  write(
    'contract/billing-web.test.ts',
    contractTest.replace(/^import .* from 'vitest';$/m, (line) => imports || line),
  );
  if (isCommonJs) write('jest.config.cjs', compiler.config);
  else if (runs === 'sources') write('vitest.config.ts', vitestConfig);
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        target: 'ES2022',
        lib: ['ES2023', 'ESNext.Disposable'],
        types: ['node'],
        module: moduleResolution === 'bundler' ? 'ESNext' : 'NodeNext',
        moduleResolution,
        rootDir: '.',
        outDir: 'compiled',
        skipLibCheck: false,
      },
      include: ['programs', 'contract'],
    }),
  );
  await execute('tsc');
  // One of the two, or a runner finds the test twice.
  rmSync(join(folder, runs === 'sources' ? 'compiled/contract' : 'contract'), { recursive: true });

  return {
    pact: join(folder, 'pacts/billing-web-rebilly-customers-api.json'),
    runProgram: (name) => execute('node', '--no-warnings', `compiled/programs/${name}.js`),
    runContractTest: () => execute(program, ...parameters),
  };
}
