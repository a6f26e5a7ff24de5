/** A project of a user before `customer-pact init`: what it declares, and its files. */
export interface InitProject {
  /** What is special about it. */
  readonly kind: string;
  /** The folder of its package, where it is not the project itself. */
  readonly folder?: string;
  readonly packageManager: 'npm' | 'pnpm' | 'yarn' | 'bun';
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly files?: Readonly<Record<string, string>>;
  /** Whether it was installed before. A fresh clone was not. */
  readonly isInstalled?: boolean;
  /** What the second line of the report says that was found. */
  readonly found: string;
  /** The test that is written. */
  readonly test: string;
  /** The script that is added. */
  readonly script: string;
}

const typescript = { typescript: '^6.0.0', '@types/node': '^24.0.0' };
const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    types: ['node'],
    skipLibCheck: true,
    noEmit: true,
  },
});
const commonJsConfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    esModuleInterop: true,
    isolatedModules: true,
    skipLibCheck: true,
    types: ['jest', 'node'],
  },
});

/** Each runner, module kind, language, client and package manager is in one of them, as teams have them together. */
export const initProjects: readonly InitProject[] = [
  {
    kind: 'vitest 5, TypeScript, axios and GitHub',
    packageManager: 'npm',
    manifest: {
      name: '@acme/billing-web',
      type: 'module',
      scripts: { test: 'vitest run' },
      dependencies: { axios: '^1.7.0', zod: '^4.3.0' },
      devDependencies: { vitest: '^5.0.0', ...typescript },
    },
    files: {
      'tsconfig.json': tsconfig,
      '.github/dependabot.yml': 'version: 2\n',
      'src/index.ts': 'export const one = 1;\n',
      'src/index.test.ts':
        "import { expect, it } from 'vitest';\nimport { one } from './index.ts';\nit('is one', () => expect(one).toBe(1));\n",
    },
    isInstalled: true,
    found: 'TypeScript, ES modules, axios, npm, zod 4',
    test: 'contract/customers.contract.ts',
    script: 'vitest run --config vitest.contract.config.mjs',
  },
  {
    kind: 'vitest 4, JavaScript, ky, and a configuration with an alias and a set-up that intercepts',
    packageManager: 'npm',
    manifest: {
      name: 'lead-board',
      scripts: { test: 'vitest run --coverage' },
      dependencies: { ky: '^1.7.0' },
      devDependencies: { vitest: '^4.0.0' },
    },
    files: {
      'vitest.config.mjs': `import { defineConfig } from 'vitest/config';
export default defineConfig(() => ({
  resolve: { alias: { '@': import.meta.dirname } },
  test: { setupFiles: ['./intercept.js'], include: ['src/**/*.test.js'] },
}));
`,
      'intercept.js': "throw new Error('Contract tests need no set-up of unit tests');\n",
      'src/index.js': 'module.exports = {};\n',
    },
    found: 'JavaScript, CommonJS, ky, npm, no zod',
    test: 'contract/customers.contract.js',
    script: 'vitest run --config vitest.contract.config.mjs',
  },
  {
    kind: 'vitest in a package of a pnpm workspace',
    folder: 'packages/web',
    packageManager: 'pnpm',
    manifest: {
      name: '@acme/web',
      type: 'module',
      scripts: { test: 'vitest' },
      dependencies: { got: '^14.0.0' },
      devDependencies: { vitest: '^5.0.0' },
    },
    files: {
      '../../package.json': JSON.stringify({ name: 'acme', private: true }),
      '../../pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
      'tsconfig.json': tsconfig,
      'src/index.ts': 'export {};\n',
    },
    found: 'TypeScript, ES modules, got, pnpm, no zod, in the workspace or repository ../..',
    test: 'contract/customers.contract.ts',
    script: 'vitest run --config vitest.contract.config.mjs',
  },
  {
    kind: 'jest as ES modules, TypeScript by SWC',
    packageManager: 'npm',
    manifest: {
      name: 'jest-esm',
      type: 'module',
      scripts: { test: 'NODE_OPTIONS=--experimental-vm-modules jest --coverage' },
      devDependencies: { jest: '^30.0.0', '@swc/core': '^1.0.0', '@swc/jest': '^0.2.0' },
    },
    files: {
      'tsconfig.json': tsconfig,
      'src/index.ts': 'export {};\n',
      'jest.config.js': `export default {
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } }] },
};
`,
    },
    found: 'TypeScript, ES modules, fetch, npm, no zod',
    test: 'contract/customers.contract.ts',
    script: 'NODE_OPTIONS=--experimental-vm-modules jest --config jest.contract.config.mjs',
  },
  {
    kind: 'jest as CommonJS, JavaScript by babel',
    packageManager: 'npm',
    manifest: {
      name: 'jest-babel',
      scripts: { test: 'jest' },
      dependencies: { axios: '^1.7.0' },
      devDependencies: { jest: '^30.0.0', '@babel/core': '^7.0.0', '@babel/preset-env': '^7.0.0' },
    },
    files: {
      'babel.config.js': "module.exports = { presets: [['@babel/preset-env', { targets: { node: 'current' } }]] };\n",
      'src/index.js': 'export const one = 1;\n',
    },
    found: 'JavaScript, CommonJS, axios, npm, no zod',
    test: 'contract/customers.contract.js',
    script: 'jest --config jest.contract.config.mjs',
  },
  {
    kind: 'jest with ts-jest, set up in package.json for tests below src',
    packageManager: 'npm',
    manifest: {
      name: 'nest-like',
      scripts: { test: 'jest' },
      dependencies: { axios: '^1.7.0', zod: '^4.3.0' },
      devDependencies: { jest: '^30.0.0', 'ts-jest': '^29.0.0', '@types/jest': '^30.0.0', ...typescript },
      jest: {
        rootDir: 'src',
        testRegex: '.*\\.spec\\.ts$',
        transform: { '^.+\\.ts$': 'ts-jest' },
        testEnvironment: 'node',
      },
    },
    files: { 'tsconfig.json': commonJsConfig, 'src/main.ts': 'export {};\n' },
    found: 'TypeScript, CommonJS, axios, npm, zod ^4.3.0',
    test: 'contract/customers.contract.ts',
    script: 'jest --config jest.contract.config.mjs',
  },
  {
    kind: 'node:test, JavaScript as ES modules',
    packageManager: 'npm',
    manifest: { name: 'plain-node', type: 'module', scripts: { test: 'node --test' } },
    files: { 'src/index.js': 'export {};\n' },
    found: 'node:test, JavaScript, ES modules, fetch, npm, no zod',
    test: 'contract/customers.contract.js',
    script: 'customer-pact merge --allow-removal -- node --test "contract/**/*.contract.js"',
  },
  {
    kind: 'node:test, TypeScript in a package of CommonJS',
    packageManager: 'npm',
    manifest: {
      name: 'typed-node',
      type: 'commonjs',
      scripts: { test: "node --test 'src/**/*.test.ts'" },
      devDependencies: typescript,
    },
    files: { 'tsconfig.json': tsconfig, 'src/index.ts': 'export = 1;\n' },
    found: 'node:test, TypeScript, CommonJS, fetch, npm, no zod',
    test: 'contract/customers.contract.mts',
    script: 'customer-pact merge --allow-removal -- node --test "contract/**/*.contract.mts"',
  },
  {
    kind: 'mocha, JavaScript with require and the official SDK',
    packageManager: 'npm',
    manifest: {
      name: 'mocha-sdk',
      scripts: { test: 'mocha' },
      dependencies: { 'rebilly-js-sdk': '^62.0.0' },
      devDependencies: { mocha: '^11.0.0' },
    },
    files: {
      '.mocharc.json': JSON.stringify({ spec: ['test/**/*.js'], recursive: true }),
      'index.js': 'module.exports = {};\n',
      'test/index.js': "it('is a test', () => {});\n",
    },
    found: 'JavaScript, CommonJS, rebilly-js-sdk, npm, no zod',
    test: 'contract/customers.contract.js',
    script: 'customer-pact merge --allow-removal -- mocha --timeout 30000 --config .mocharc.contract.cjs --no-package',
  },
  {
    kind: 'bun as the runner, and npm',
    packageManager: 'bun',
    manifest: { name: 'bun-app', type: 'module', scripts: { test: 'bun test' }, dependencies: { ky: '^1.7.0' } },
    files: { 'index.ts': 'export {};\n', 'bunfig.toml': '' },
    found: 'bun, TypeScript, ES modules, ky, npm, no zod',
    test: 'contract/customers.contract.test.ts',
    script: 'customer-pact merge --allow-removal -- bun test --timeout 30000 contract',
  },
  {
    kind: 'yarn, node:test, the official SDK, and a rootDir for all of the package',
    packageManager: 'yarn',
    manifest: {
      name: 'yarn-sdk',
      type: 'module',
      packageManager: 'yarn@4.18.1',
      scripts: { test: 'node --test' },
      dependencies: { 'rebilly-js-sdk': '^62.0.0' },
      devDependencies: typescript,
    },
    files: {
      'tsconfig.json': tsconfig.replace('"strict":true', '"strict":true,"rootDir":"src"'),
      'src/index.ts': 'export {};\n',
    },
    found: 'node:test, TypeScript, ES modules, rebilly-js-sdk, yarn, no zod',
    test: 'src/contract/customers.contract.ts',
    script: 'customer-pact merge --allow-removal -- node --test "src/contract/**/*.contract.ts"',
  },
  {
    kind: 'zod 3, and jest for everything else',
    packageManager: 'npm',
    manifest: {
      name: 'old-zod',
      scripts: { test: 'jest' },
      dependencies: { zod: '^3.23.0', axios: '^1.7.0' },
      devDependencies: { jest: '^30.0.0' },
    },
    files: { 'index.js': 'module.exports = {};\n' },
    found: 'JavaScript, CommonJS, axios, npm, zod ^3.23.0',
    test: 'contract/customers.contract.js',
    script: 'npm --prefix contract run test:contract',
  },
  {
    kind: 'no runner at all',
    packageManager: 'npm',
    manifest: { name: 'bare' },
    found: 'no runner that is known, JavaScript, CommonJS, fetch, npm, no zod',
    test: 'contract/customers.contract.js',
    script: 'vitest run --config vitest.contract.config.mjs',
  },
];
