import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test } from 'vitest';

import { fragilePairs } from '../consumers/fragile-pairs.ts';
import type { FragileConsumer, SmallConsumer } from '../consumers/small-consumer.ts';
import { soundConsumers } from '../consumers/sound.ts';
import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { customerPact } from './customer-pact.ts';
import { type MutateReport, reportIn } from './mutate-report.ts';
import { vitestProject } from './vitest-project.ts';

const require = createRequire(import.meta.url);

/** Lists of consumers, by the module and the name that they are exported with. */
const lists = {
  fragilePairs: { module: 'fragile-pairs.ts', consumers: fragilePairs },
  soundConsumers: { module: 'sound.ts', consumers: soundConsumers },
} as const satisfies Readonly<
  Record<string, { readonly module: string; readonly consumers: readonly SmallConsumer[] }>
>;
type List = keyof typeof lists;

// All sixty consumers go through mutation in one process: test/mutation-consumers.long.test.ts.
const inVitest: readonly List[] = ['fragilePairs', 'soundConsumers'];
const fragile: readonly List[] = ['fragilePairs'];

/** The assertion of vitest and jest. */
const expectEqual = 'expect(actual).toEqual(expected)';

/** A test file of one runner: `equal` is its assertion. */
function testFile(head: string, equal: string, names: readonly List[]): string {
  const imports = names.map((name) => {
    const file = pathToFileURL(join(import.meta.dirname, '../consumers', lists[name].module));
    return `import { ${name} } from '${file.pathname}';`;
  });
  return `${head}
import { customersPact } from '@customer-contracts/pact';
${imports.join('\n')}
const pact = customersPact({ consumer: 'small', directory: new URL('./pacts', import.meta.url) });
const equal = (actual, expected) => ${equal};
for (const each of [${names.map((name) => `...${name}`).join(', ')}]) it(each.name, each.test(pact, equal));
`;
}

/** Runs the tests of the project under mutation. */
async function mutate(command: readonly string[], root: string): Promise<MutateReport> {
  const { output } = await run([customerPact, 'mutate', '--json', '--', process.execPath, ...command], root);
  return reportIn(output);
}

/** Of each consumer, the faults that were found: `tolerance: email may be null`. */
function faultsBy({ mutations }: MutateReport, names: readonly List[]) {
  const consumers: readonly SmallConsumer[] = names.flatMap((name) => lists[name].consumers);
  return consumers.map(({ name }) => {
    const own = mutations.filter(({ test: title }) => title.endsWith(name));
    const faults = own.filter(({ outcome }) => outcome === 'broke' || outcome === 'unnoticed');
    const survived = own.some(({ outcome }) => outcome === 'survived');
    const claims = faults.map(
      ({ kind, changes }) => `${kind}: ${changes.map(({ member, claim }) => `${member} ${claim}`).join(' and ')}`,
    );
    return { name, survived, faults: [...new Set(claims)] };
  });
}

/** What is to be found. */
function expectedOf(names: readonly List[]) {
  const consumers: readonly (SmallConsumer & Partial<FragileConsumer>)[] = names.flatMap(
    (name) => lists[name].consumers,
  );
  return consumers.map(({ name, fault }) => ({
    name,
    survived: true,
    faults: fault === undefined ? [] : [`${fault.kind}: ${fault.changes.join(' and ')}`],
  }));
}

test('names the ten fragile consumers in vitest, and none of the ten sound', async () => {
  expect(inVitest.map((name) => lists[name].consumers.length)).toEqual([10, 10]);
  await using project = await vitestProject();
  await project.write('consumers.test.js', testFile('', expectEqual, inVitest));

  const report = await mutate([project.vitest, 'run', '--root', project.root], project.root);

  expect(faultsBy(report, inVitest)).toEqual(expectedOf(inVitest));
}, 300_000);

test('names the same ten in node:test', async () => {
  const root = await temporaryProject('mutate-consumers-node');
  await using _ = { [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
  const head = "import { it } from 'node:test';\nimport assert from 'node:assert/strict';";
  await writeFile(join(root, 'consumers.test.js'), testFile(head, 'assert.deepEqual(actual, expected)', fragile));

  const report = await mutate(['--experimental-strip-types', '--test'], root);

  expect(faultsBy(report, fragile)).toEqual(expectedOf(fragile));
}, 300_000);

/** A transform of jest that takes the types away. */
const strip = `const { stripTypeScriptTypes } = require('node:module');
module.exports = { process: (source) => ({ code: stripTypeScriptTypes(source) }) };
`;

test('names the same ten in jest 30', async () => {
  const root = await temporaryProject('mutate-consumers-jest');
  await using _ = { [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
  const config = {
    transform: { '\\.ts$': '<rootDir>/strip.cjs' },
    extensionsToTreatAsEsm: ['.ts'],
    testMatch: ['**/*.test.js'],
    cacheDirectory: '<rootDir>/.jest',
  };
  await writeFile(join(root, 'jest.config.json'), JSON.stringify(config));
  await writeFile(join(root, 'strip.cjs'), strip);
  await writeFile(join(root, 'consumers.test.js'), testFile('', expectEqual, fragile));

  const report = await mutate(['--experimental-vm-modules', require.resolve('jest/bin/jest')], root);

  expect(faultsBy(report, fragile)).toEqual(expectedOf(fragile));
}, 300_000);
