import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { diff, type HttpInteraction, type PactDocument, parsePact, readPacts } from '@customer-contracts/pact-files';
import { expect, test } from 'vitest';

import { soundFiles } from '../../../pact-files/test/ecosystems/sound-files.ts';
import { hostilePact } from '../hostile-pact.ts';
import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { customerPact } from './customer-pact.ts';

const require = createRequire(import.meta.url);
const vitest = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');

/** A third of the files, of every tool: the others are other tools' words for the same. */
const files = soundFiles.filter((_, index) => index % 3 === 0);

/** All tests in one process: what takes time is to load the harness. */
const config = `
import { customerPactPlugin } from '@customer-contracts/pact/vitest';
export default {
  plugins: [customerPactPlugin()],
  test: { include: ['tests/*.test.*'], isolate: false, maxWorkers: 1 },
};`;

const compilerOptions = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  skipLibCheck: true,
  module: 'nodenext',
  target: 'es2024',
  types: [],
  allowJs: true,
  checkJs: false,
  lib: ['es2024', 'dom'],
};

async function project() {
  const root = await temporaryProject('write-tests');
  await mkdir(join(root, 'before'));
  await writeFile(join(root, 'vitest.config.js'), config);
  await writeFile(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['tests'] }));
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

/** A consumer of its own for each file, so that each has a pact of its own. */
const consumerOf = (index: number) => `consumer-${String(index + 1).padStart(3, '0')}`;

const alone = (pact: PactDocument, interaction: HttpInteraction): PactDocument => ({
  ...pact,
  interactions: [interaction],
});

test('tests of 43 foreign pacts compile, pass, and ask for what the pacts asked for; what they do not is named, and nothing else', async () => {
  await using consumer = await project();
  const { root } = consumer;
  for (const [index, { text }] of files.entries())
    await writeFile(
      join(root, 'before', `${consumerOf(index)}.json`),
      text.replace('"name": "billing-web"', `"name": "${consumerOf(index)}"`),
    );

  const written = await run([customerPact, 'write-tests', 'before', '--out', 'tests'], root);
  expect(written.code).toBe(0);
  expect(await readdir(join(root, 'tests'))).toHaveLength(files.length);
  expect(await run([tsc, '-p', root], root)).toEqual({ code: 0, output: '' });
  const tried = await run([vitest, 'run', '--root', root], root);
  expect(tried.output).toContain(`Test Files  ${files.length} passed (${files.length})`);
  expect(tried.code).toBe(0);

  const after = new Map((await readPacts([join(root, 'pacts')])).map((pact) => [pact.consumer, pact]));
  const named = new Set([...written.output.matchAll(/^customer-pact: (.*, interaction \d+) \(/gm)].map(([, at]) => at));
  const different = new Set<string>();
  let count = 0;
  for (const before of await readPacts([join(root, 'before')])) {
    const now = after.get(before.consumer);
    for (const interaction of before.interactions) {
      count += 1;
      const partner = now?.interactions.find(({ description }) => description === interaction.description);
      if (now === undefined || partner === undefined) throw new Error(`There is no "${interaction.description}".`);
      const { newlyAsked, noLongerAsked } = await diff([alone(before, interaction)], [alone(now, partner)]);
      if (newlyAsked.length + noLongerAsked.length > 0)
        different.add(`${before.consumer}.json, interaction ${interaction.position + 1}`);
    }
  }
  expect(named).toEqual(different);
  expect(count).toBeGreaterThan(80);
  expect(different.size / count).toBeLessThan(0.05);
}, 300_000);

test.each([
  ['vitest', 'ts', [vitest, 'run', '--root', '.']],
  ['node:test', 'js', ['--test', 'tests/hostile.test.js']],
] as const)(
  'no text of a pact is code in the tests that are written of it, with %s',
  async (runner, language, command) => {
    await using consumer = await project();
    const { root } = consumer;
    const text = hostilePact('hostile');
    await writeFile(join(root, 'before', 'hostile.json'), text);
    const flags = ['--out', 'tests', '--runner', runner, '--language', language];
    expect(await run([customerPact, 'write-tests', 'before/hostile.json', ...flags], root)).toMatchObject({ code: 0 });
    const file = join(root, 'tests', `hostile.test.${language}`);
    const guard = `\n${runner === 'vitest' ? 'it' : "(await import('node:test')).it"}('leaks nothing', () => { if ('leaked' in globalThis) throw new Error('leaked'); });\n`;
    await writeFile(file, guard, { flag: 'a' });
    // Of JavaScript it looks at nothing.
    expect(await run([tsc, '-p', root], root)).toEqual({ code: 0, output: '' });
    const merge = runner === 'vitest' ? command : [customerPact, 'merge', '--', process.execPath, ...command];
    const tried = await run(merge, root);
    expect(tried.output).toMatch(/58 (?:passed|\n)|pass 58/);
    expect(tried.code).toBe(0);
    const descriptions = parsePact(text, 'hostile.json').interactions.map(({ description }) => description);
    const [now] = await readPacts([join(root, 'pacts')]);
    expect(now?.interactions.map(({ description }) => description).toSorted()).toEqual(descriptions.toSorted());
  },
);
