import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import * as z from 'zod';

/** Whose contract tests a project has: with our harness, with plain pact-js, or with that and our merge. */
export type Harness = 'ours' | 'stock' | 'beside';

/** A consumer's package with generated contract tests, removed when disposed of. */
export interface ConsumerProject extends Disposable {
  /** Runs Node in the project: the command of a test runner. */
  run(command: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }>;
  /** How many interactions the pact file holds: 0 where there is none. */
  interactions(): number;
  /** When the tests of the first file ran. */
  timing(): Timing;
}

/** When the tests of a file ran. */
export interface Timing {
  /** From the start of the first test until the pact file was complete, in seconds. */
  readonly seconds: number;
  /** How long each test took, in ms, in the order in which they ran. */
  readonly times: readonly number[];
}

/** A project with so many test files of so many contract tests each, all different, for vitest and jest. */
export function consumerProject(harness: Harness, files: number, testsPerFile: number): ConsumerProject {
  mkdirSync(projects, { recursive: true });
  const root = mkdtempSync(join(projects, `${harness}-`));
  const pactFile = join(root, 'pacts', 'benchmark-rebilly-customers-api.json');
  const write = (name: string, content: string): void => writeFileSync(join(root, name), content);
  write('package.json', JSON.stringify({ name: 'benchmark', private: true, type: 'module' }));
  write('vitest.config.js', vitestConfig[harness]);
  write(
    'jest.config.json',
    JSON.stringify({ transform: {}, watchman: false, testTimeout, cacheDirectory: '<rootDir>/.jest' }),
  );
  for (let file = 0; file < files; file += 1) write(`${file}.test.js`, testFile(harness, file, testsPerFile));
  return {
    async run(command) {
      const env = { ...process.env, CI: '1', NO_COLOR: '1', PACT_DO_NOT_TRACK: 'true' };
      const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
      return { code, output: out + err };
    },
    interactions: () => interactionsIn(pactFile),
    timing() {
      const { startedAt, times } = Times.parse(JSON.parse(readFileSync(join(root, '0.times.json'), 'utf8')));
      return { seconds: (statSync(pactFile).mtimeMs - startedAt) / 1000, times };
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** In the package of the benchmarks, so that a project finds what the package depends on. */
const projects = join(import.meta.dirname, '..', '.bench');

/** In ms. More than the default of both runners: what is measured is loss, on however busy a machine. */
const testTimeout = 60_000;

const withPlugin = `import { customerPactPlugin } from '@customer-contracts/pact/vitest';
export default { plugins: [customerPactPlugin()], test: { globals: true, testTimeout: ${testTimeout} } };
`;

const vitestConfig: Readonly<Record<Harness, string>> = {
  ours: withPlugin,
  stock: `export default { test: { globals: true, testTimeout: ${testTimeout} } };\n`,
  beside: withPlugin,
};

const contractTests: Readonly<Record<Harness, string>> = {
  ours: import.meta.resolve('./our-contract-tests.js'),
  stock: import.meta.resolve('./stock-contract-tests.js'),
  beside: import.meta.resolve('./beside-contract-tests.js'),
};

function testFile(harness: Harness, file: number, tests: number): string {
  const ids = Array.from({ length: tests }, (_, test) => `cus_${file}_${test}`);
  return `import { writeFileSync } from 'node:fs';
import { contractTests } from '${contractTests[harness]}';
let startedAt, start;
const times = [];
beforeAll(() => { startedAt = Date.now(); });
beforeEach(() => { start = performance.now(); });
afterEach(() => { times.push(performance.now() - start); });
afterAll(() => writeFileSync('${file}.times.json', JSON.stringify({ startedAt, times })));
contractTests(it, ${JSON.stringify(ids)});
`;
}

/** What a test file leaves behind: when it started, in epoch ms, and how long each test took, in ms. */
const Pact = z.object({ interactions: z.array(z.unknown()) });
const Times = z.object({ startedAt: z.number(), times: z.array(z.number()) });

function interactionsIn(file: string): number {
  return existsSync(file) ? Pact.parse(JSON.parse(readFileSync(file, 'utf8'))).interactions.length : 0;
}
