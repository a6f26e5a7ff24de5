import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { JsonSchema, maskSecrets } from '@customer-contracts/pact-files/internal';
import * as z from 'zod';

import { Mutation } from './mutation.ts';

/** A mutation as its process leaves it. */
const RecordedMutation = Mutation.extend({
  /** What `--only` repeats it by. */
  id: z.string(),
  /** The stack of the error, where there was one. */
  trace: z.string().optional(),
});
export type RecordedMutation = z.infer<typeof RecordedMutation>;

const TestRecord = z.object({
  /** Tells the test from others; the same when it runs again. */
  key: z.string(),
  test: z.string(),
  interaction: z.string(),
  /** The consumer's name, as the broker knows it. */
  consumer: z.string(),
  /** Whether the test is over: a process that ended in the middle leaves it begun. */
  isOver: z.boolean(),
  /** Why it can't be scored: what its unmutated run at the end said. */
  stateful: z.string().optional(),
  /** Why its failed assertions say nothing about the code. */
  bound: z.string().optional(),
  /** What is read of each interaction. */
  readers: z.array(z.object({ interaction: z.string(), schema: JsonSchema })),
  /** How many mutations the budget left out. */
  leftOut: z.number(),
  /** How many more there was no time for, because the test has a timeout of its own. */
  outOfTime: z.number(),
  mutations: z.array(RecordedMutation),
});
export type TestRecord = z.infer<typeof TestRecord>;

/** One file for each process and module instance: nobody else writes to it. */
const fileName = `${process.pid}-${randomUUID()}.ndjson`;

/** Keeps what came of a test until the run is over. The last record of a key holds. */
export function writeTestRecord(directory: string, record: TestRecord): void {
  mkdirSync(directory, { recursive: true });
  appendFileSync(join(directory, fileName), `${maskSecrets(JSON.stringify(record))}\n`);
}

/** What all processes left, in the order of tests and interactions. */
export function readTestRecords(directory: string): readonly TestRecord[] {
  const files = (existsSync(directory) ? readdirSync(directory) : []).filter((name) => name.endsWith('.ndjson'));
  const records = files.flatMap((name) =>
    readFileSync(join(directory, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => TestRecord.parse(JSON.parse(line))),
  );
  const last = [...new Map(records.map((record) => [record.key, record])).values()];
  return last.toSorted((one, other) => order(one).localeCompare(order(other), 'en'));
}

function order({ test, interaction, key }: TestRecord): string {
  return `${test}\n${interaction}\n${key}`;
}
