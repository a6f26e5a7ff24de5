import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';

import { codeBlocks, type CodeBlock } from './code-blocks.ts';
import { shownInOrder } from './shown-in-order.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

// Beside this file, so that the blocks find the packages as a user's project would.
mkdirSync(new URL('../.vitest', import.meta.url), { recursive: true });
const folder = mkdtempSync(fileURLToPath(new URL('../.vitest/blocks-', import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blocks = codeBlocks.filter(({ language }) => language === 'ts');
const isConfig = ({ code }: CodeBlock): boolean => code.includes("from 'vitest/config'");
const isTest = (block: CodeBlock): boolean => block.code.includes("from 'vitest'") && !isConfig(block);
/** Compiled here; tests/broker runs them one after the other, and needs a broker for that. */
const isRunElsewhere = ({ file }: CodeBlock): boolean => file === 'docs/guides/contracts-between-teams.md';
const projectOf = ({ file }: CodeBlock): string => join(folder, file.replaceAll(/\W/g, '-'));
const nameOf = (block: CodeBlock): string => {
  if (isConfig(block)) return 'vitest.config.ts';
  return `line-${block.line}${isTest(block) ? '.test' : ''}.ts`;
};

for (const block of blocks) {
  mkdirSync(projectOf(block), { recursive: true });
  writeFileSync(join(projectOf(block), 'package.json'), '{ "name": "reader-of-the-readme", "type": "module" }');
  writeFileSync(join(projectOf(block), nameOf(block)), block.code);
}
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../test/tsconfig.json',
    // Compiled as a user would: Node 22 has no `await using` of its own.
    compilerOptions: { noEmit: false, target: 'ES2022', noUnusedLocals: false, noUnusedParameters: false },
    include: ['**/*.ts'],
  }),
);

test('every TypeScript block compiles', async () => {
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
  const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch(explained);
  expect(stdout).toBe('');
});

const runHere = blocks.filter((block) => !isRunElsewhere(block));
const programs = runHere.filter((block) => !isTest(block) && !isConfig(block));

test.each(programs.map((block) => [`${block.file}:${block.line}`, block] as const))(
  '%s runs, and prints what it says',
  async (_, block) => {
    const program = nameOf(block).replace(/ts$/, 'js');
    const { stdout } = await run(process.execPath, ['--no-warnings', program], { cwd: projectOf(block) }).catch(
      explained,
    );
    const printed = stdout.split('\n').filter((line) => line.trim() !== '');
    expect(shownInOrder(printed, block.code)).toEqual(printed);
  },
);

const Report = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

test.each([...new Set(runHere.filter(isTest).map(projectOf))])('every test of %s passes', async (project) => {
  const vitest = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
  const report = join(project, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
  await run(process.execPath, [vitest, 'run', '--root', project, ...reporters], { cwd: project }).catch(explained);
  const { numPassedTests, numFailedTests } = Report.parse(JSON.parse(readFileSync(report, 'utf8')));
  const files = blocks.filter((block) => isTest(block) && projectOf(block) === project);
  expect(numFailedTests).toBe(0);
  expect(numPassedTests).toBeGreaterThanOrEqual(files.length);
});

function explained(error: Error & { stdout?: string; stderr?: string }): never {
  throw new Error(`${error.message}\n${error.stdout ?? ''}\n${error.stderr ?? ''}`, { cause: error });
}
