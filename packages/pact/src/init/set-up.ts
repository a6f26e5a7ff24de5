import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import type { TestStyle } from './example.ts';
import { foldersFrom } from './folders-from.ts';
import { rangeOf, readManifest } from './manifest.ts';
import type { Client, Project } from './project.ts';
import type { Runner, RunnerConfig } from './runner.ts';

/** A file that is not there yet. */
export interface NewFile {
  /** From the folder of the package. */
  readonly path: string;
  readonly text: string;
}

/** What a runner needs to run the contract tests of a package alone. */
export interface SetUp {
  /** What the script runs. */
  readonly command: string;
  /** The configuration, where it needs one of its own. The user's own is never touched. */
  readonly config: NewFile | undefined;
  /** The name of the test file, and which names are those of contract tests. */
  readonly test: { readonly file: string; readonly pattern: string; readonly style: TestStyle };
  readonly client: Client;
  /** The packages that the runner needs beside itself. */
  readonly packages: readonly string[];
  readonly notes: readonly string[];
}

/** How contract tests run in a package by themselves. Without a runner that is known, vitest runs them, and nothing else. */
export function setUp(project: Project): SetUp {
  const { runner } = project;
  if (runner === undefined) return vitest(project, undefined);
  const { name } = runner;
  switch (name) {
    case 'vitest':
      return vitest(project, runner);
    case 'jest':
      return jest(project, runner);
    case 'node:test':
      return nodeTest(project, runner);
    case 'mocha':
      return mocha(project, runner);
    case 'bun':
      return bun(project);
    default:
      return name satisfies never;
  }
}

const plugin = '@customer-contracts/pact/vitest';
const reporter = '@customer-contracts/pact/jest';

function contractTests(
  { folder, isTypeScript }: Project,
  style: Omit<TestStyle, 'isTypeScript'>,
  extension: string = isTypeScript ? 'ts' : 'js',
): SetUp['test'] {
  const inFolder = folder === '' ? '' : `${folder}/`;
  return {
    file: `${inFolder}customers.contract.${extension}`,
    pattern: `${inFolder}**/*.contract.${extension}`,
    style: { ...style, isTypeScript },
  };
}

/** How long a test may take, in ms: the first one loads Pact's core, and machines of CI are busy. */
const patience = 30_000;

/** Merged by the command, which can't know that these are all contract tests of the package. The script does. */
const merge = 'customer-pact merge --allow-removal --';

function vitest(project: Project, runner: Runner | undefined): SetUp {
  // vitest makes modules of whatever it runs.
  const test = contractTests(project, { modules: 'import', runner: 'vitest', assertions: 'expect' });
  const isAlone = project.folder === '';
  const path = isAlone ? 'vitest.config.mjs' : 'vitest.contract.config.mjs';
  return {
    command: isAlone ? 'vitest run' : `vitest run --config ${path}`,
    config: { path, text: vitestConfig(test.pattern, isAlone ? undefined : runner?.config) },
    test,
    client: project.client,
    // vite is a peer of it, which yarn leaves to the project.
    packages:
      runner?.range !== undefined ? [] : project.packageManager.startsWith('yarn') ? ['vitest', 'vite'] : ['vitest'],
    notes: [],
  };
}

function vitestConfig(pattern: string, own: RunnerConfig | undefined): string {
  const imports = `import { customerPactPlugin } from '${plugin}';
import { defineConfig } from 'vitest/config';
`;
  const include = `include: ['${pattern}'], testTimeout: ${patience}`;
  if (own === undefined) {
    return `${imports}
// The contract tests, and nothing else.
export default defineConfig({
  plugins: [customerPactPlugin()],
  test: { ${include} },
});
`;
  }
  // What is not there is not spoken of.
  const root = /\broot\b/.test(own.text) ? '\n    root: import.meta.dirname,' : '';
  const alias = /\balias\b/.test(own.text) ? 'alias: test?.alias, ' : '';
  return `${imports}
import own from './${own.file}';

// The contract tests, and nothing else: with the plugins of the other tests, and without what sets those up.
export default defineConfig(async (environment) => {
  const { test, ...config } = typeof own === 'function' ? await own(environment) : await own;
  return {
    ...config,${root}
    plugins: [...(config.plugins ?? []), customerPactPlugin()],
    test: { ${alias}${include} },
  };
});
`;
}

function jest(project: Project, runner: Runner): SetUp {
  const { isModule, isTypeScript, directory, client } = project;
  const { config: own, script } = runner;
  const isEsm = script === undefined ? isModule : script.before.includes('--experimental-vm-modules');
  const program = script?.before ?? (isEsm ? `node --experimental-vm-modules ${jestIn(directory)}` : 'jest');
  const { from, packages } = jestGlobals(project, runner);
  const test = contractTests(project, {
    modules: isTypeScript || isEsm || hasBabel(project) ? 'import' : 'require',
    runner: from,
    assertions: 'expect',
  });
  const path = 'jest.contract.config.mjs';
  return {
    command: `${program} --config ${path}`,
    config: { path, text: jestConfig(test.pattern, own) },
    test,
    // In CommonJS, jest can't load what is ESM only.
    client: !isEsm && (client === 'ky' || client === 'got') ? 'fetch' : client,
    packages: [...(runner.range === undefined ? ['jest'] : []), ...packages],
    notes:
      /\.[cm]?ts$/.test(own?.file ?? '') && process.features.typescript === false
        ? [`${own?.file ?? ''} is imported by ${path}: this needs Node 22.18 or later.`]
        : [],
  };
}

/** Where the program of jest is, as a path that works on every system. */
function jestIn(directory: string): string {
  const file = 'node_modules/jest/bin/jest.js';
  const place = foldersFrom(directory).find((each) => existsSync(join(each, file)));
  return place === undefined ? file : relative(directory, join(place, file)).replaceAll(sep, '/');
}

/** `it` and `expect` are there by themselves; their types may not be. */
function jestGlobals(
  { directories, isTypeScript }: Project,
  { config, range }: Runner,
): { readonly from: string | undefined; readonly packages: readonly string[] } {
  const name = '@jest/globals';
  const manifests = directories.flatMap((each) => readManifest(each)?.value ?? []);
  const has = (name: string) => manifests.some((each) => rangeOf(each, name) !== undefined);
  const needsImport = isTypeScript ? !has('@types/jest') : /injectGlobals["']?\s*:\s*false/.test(config?.text ?? '');
  if (!needsImport) return { from: undefined, packages: [] };
  // Those of the jest that is there.
  const version = range !== undefined && /^[\^~]?\d[\w.-]*$/.test(range) ? `@${range}` : '';
  return { from: name, packages: has(name) ? [] : [`${name}${version}`] };
}

function hasBabel({ directories, manifest }: Project): boolean {
  const names = ['babel.config', '.babelrc'].flatMap((name) =>
    ['', '.js', '.cjs', '.mjs', '.json', '.ts'].map((end) => name + end),
  );
  return manifest.babel !== undefined || directories.some((each) => names.some((name) => existsSync(join(each, name))));
}

function jestConfig(pattern: string, own: RunnerConfig | undefined): string {
  const end = `testMatch: ['**/${pattern}'],
  testEnvironment: 'node',
  testTimeout: ${patience},
  reporters: ['default', ['${reporter}', { allowRemoval: true }]],
};
`;
  if (own === undefined) return `// The contract tests, and nothing else.\nexport default {\n  ${end}`;
  const isJson = own.file.endsWith('.json');
  const named = isJson ? 'file' : 'own';
  const given = own.file === 'package.json' ? 'file.jest' : named;
  const has = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(own.text);
  const reset = Object.entries({
    projects: '[]',
    testRegex: '[]',
    setupFiles: '[]',
    setupFilesAfterEnv: '[]',
    globalSetup: 'null',
    globalTeardown: 'null',
    collectCoverage: 'false',
  }).flatMap(([name, value]) => (has(name) ? [`  ${name}: ${value},\n`] : []));
  const roots = has('roots') || has('rootDir') ? '  roots: [import.meta.dirname],\n' : '';
  const spread = ['  ...config,\n', ...(has('projects') ? ['  ...config.projects?.[0],\n'] : [])];
  return `import ${named} from './${own.file}'${isJson ? " with { type: 'json' }" : ''};

const config = ${isJson ? given : `typeof ${given} === 'function' ? await ${given}() : ${given}`};

// The contract tests, and nothing else: read as the other tests are, and without what sets those up.
export default {
${[...spread, ...reset, roots].join('')}  ${end}`;
}

function nodeTest(project: Project, { script }: Runner): SetUp {
  const { isModule, isTypeScript, manifest } = project;
  // TypeScript that is stripped, and not compiled, keeps its imports: its name says that it is a module.
  const extension = isTypeScript ? (isModule ? 'ts' : 'mts') : 'js';
  const modules = isModule || isTypeScript ? 'import' : 'require';
  const test = contractTests(project, { modules, runner: 'node:test', assertions: 'assert' }, extension);
  const words = `${script?.before ?? ''} ${script?.behind ?? ''}`;
  const flags = [...words.matchAll(loaders)].map(([flag]) => flag.trim());
  const isTsx =
    /(?:^|[\s/])tsx$/.test(script?.before ?? '') || (isTypeScript && rangeOf(manifest, 'tsx') !== undefined);
  if (isTsx && !flags.some((flag) => flag.includes('tsx'))) flags.push('--import tsx');
  if (isTypeScript && flags.length === 0 && process.features.typescript === false)
    flags.push('--experimental-strip-types');
  return {
    command: [merge, 'node', ...flags, '--test', `"${test.pattern}"`].join(' '),
    config: undefined,
    test,
    client: project.client,
    packages: [],
    notes: [],
  };
}

/** The flags by which Node and mocha load what reads the tests. */
const loaders =
  /(?<=^|\s)(?:(?:-r|--require|--import|--loader|--experimental-loader|--env-file|--env-file-if-exists|--conditions|-C)[= ]\S+|--experimental-(?:strip|transform)-types)(?=\s|$)/g;

function mocha(project: Project, { config, script, range }: Runner): SetUp {
  const { isModule, isTypeScript } = project;
  const modules = isModule || isTypeScript ? 'import' : 'require';
  const test = contractTests(project, { modules, runner: undefined, assertions: 'assert' });
  const flags = [...(script?.behind ?? '').matchAll(loaders)].map(([flag]) => flag.trim());
  const contract = mochaConfig(test.pattern, config);
  const named = contract === undefined ? [] : [`--config ${contract.path}`, '--no-package'];
  return {
    // A configuration that says which tests there are would add them to those that are named.
    command: [
      merge,
      'mocha',
      ...flags,
      `--timeout ${patience}`,
      ...(named.length > 0 ? named : [`"${test.pattern}"`]),
    ].join(' '),
    config: contract,
    test,
    client: project.client,
    packages: range === undefined ? ['mocha'] : [],
    notes:
      contract !== undefined && isUnreadable(config)
        ? [`${config?.file ?? ''} is not read for contract tests: copy what they need of it into ${contract.path}.`]
        : [],
  };
}

function mochaConfig(pattern: string, own: RunnerConfig | undefined): NewFile | undefined {
  if (own === undefined || !/\bspec\b/.test(own.text)) return undefined;
  const path = '.mocharc.contract.cjs';
  const spec = `spec: ['${pattern}']`;
  if (isUnreadable(own))
    return { path, text: `// The contract tests, and nothing else.\nmodule.exports = { ${spec} };\n` };
  const given = own.file === 'package.json' ? "require('./package.json').mocha" : `require('./${own.file}')`;
  return {
    path,
    text: `const own = ${given};\n\n// The contract tests, and nothing else: read as the other tests are.\nmodule.exports = { ...own, ${spec} };\n`,
  };
}

/** Whether Node can't load it. */
function isUnreadable(config: RunnerConfig | undefined): boolean {
  return config !== undefined && /\.(?:ya?ml|jsonc)$/.test(config.file);
}

function bun(project: Project): SetUp {
  // bun runs what has `test` in its name, and takes no pattern.
  const test = contractTests(
    project,
    { modules: 'import', runner: 'bun:test', assertions: 'expect' },
    project.isTypeScript ? 'test.ts' : 'test.js',
  );
  return {
    command: `${merge} bun test --timeout ${patience} ${project.folder}`,
    config: undefined,
    test,
    client: project.client,
    packages: [],
    notes: [],
  };
}
