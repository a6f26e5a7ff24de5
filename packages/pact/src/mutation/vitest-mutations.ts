import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as z from 'zod';

import { shardsVariable } from '../shards/shard.ts';
import { mutationReport } from './mutation-report.ts';
import { reportText } from './report-text.ts';
import { wordsAbout } from './report-words.ts';
import { formatSettings } from './settings.ts';
import { readTestRecords } from './test-record.ts';

/** How the plugin mutates. */
export interface MutationOptions {
  /**
   * The most mutations of a test, the most telling first.
   *
   * @default 200
   */
  readonly max?: number;
  /**
   * What the answers are drawn from.
   *
   * @default 1
   */
  readonly seed?: number;
}

const positive = z.int('Give a whole number').min(1, 'Give a whole number from 1 on').optional();

/** What `mutations` of the plugin takes. */
export const MutationsOption = z.union(
  [z.boolean(), z.strictObject({ max: positive, seed: positive })],
  'Give true, or { max, seed }',
);

/** Tells after each run, a watched one too, what came of its mutations. */
export class MutationReporter {
  readonly #directory: string = join(tmpdir(), `customer-pact-mutations-${randomUUID()}`);
  readonly #log: (text: string) => void;
  /** What the processes of the tests are told. */
  readonly environment: Readonly<Record<string, string>>;

  constructor({ max = 200, seed = 1 }: MutationOptions, log: (text: string) => void) {
    this.#log = log;
    this.environment = {
      ...formatSettings({ directory: this.#directory, max, seed }),
      [shardsVariable]: join(this.#directory, 'shards'),
    };
  }

  /** @internal Called by vitest when all tests have run. */
  onTestRunEnd(): void {
    try {
      const tests = readTestRecords(this.#directory);
      const report = mutationReport(tests.flatMap(({ mutations }) => mutations));
      if (tests.length > 0) this.#log(reportText(report, wordsAbout(tests, ['vitest', 'run'])));
    } finally {
      rmSync(this.#directory, { recursive: true, force: true });
    }
  }
}
