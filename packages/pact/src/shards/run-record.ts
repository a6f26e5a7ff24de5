import { pactFromJson } from '@customer-contracts/pact-files/internal';
import * as z from 'zod';

import type { Shard } from './shard.ts';

/** Something that was described and has to run: a chain that must come to `.test`, or the function that `.test` made. */
export interface Described {
  /** What it is told apart by, in whichever process it was described: its place and what was said. */
  readonly id: string;
  readonly kind: 'chain' | 'test';
  /** The absolute path of the directory of the pact file. */
  readonly directory: string;
  /** What was described: `getCustomer 404`. */
  readonly name: string;
  /** The file, line and column, relative to the working directory; empty where the engine doesn't say. */
  readonly place: string;
  /** Whether a test was running, so that the runner can't have been handed it. */
  readonly isInTest: boolean;
}

/** What the tests of a run left behind. */
export interface RunRecord {
  readonly shards: readonly Shard[];
  /** What was described, each once. */
  readonly described: readonly Described[];
  /** The ids of what went on: a chain that something was derived from, a test that came to its end. */
  readonly done: ReadonlySet<string>;
  /** The ids of tests that threw. */
  readonly failed: ReadonlySet<string>;
  /** The document that tests were tried on in place of the table, as the run named it; `undefined` where none was. */
  readonly document: string | undefined;
}

/** One line of the file that a process writes. */
export type RecordLine =
  | Shard
  | { readonly described: Described }
  | { readonly done: string }
  | { readonly failed: string }
  | { readonly document: string };

const Line = z.union([
  z.object({ directory: z.string(), pact: z.unknown(), test: z.string().optional() }),
  z.object({
    described: z.object({
      id: z.string(),
      kind: z.enum(['chain', 'test']),
      directory: z.string(),
      name: z.string(),
      place: z.string(),
      isInTest: z.boolean(),
    }),
  }),
  z.object({ done: z.string() }),
  z.object({ failed: z.string() }),
  z.object({ document: z.string() }),
]);

/** A line as it is written, with the line break. */
export function formatLine(line: RecordLine): string {
  const written = 'pact' in line ? { directory: line.directory, pact: line.pact.json, test: line.test } : line;
  return `${JSON.stringify(written)}\n`;
}

/** Reads a line without the line break. @throws whatever says why it is none. */
export function parseLine(line: string, file: string): RecordLine {
  const read = Line.parse(JSON.parse(line));
  if (!('directory' in read)) return read;
  return { directory: read.directory, pact: pactFromJson(read.pact, file), test: read.test };
}

/** The record that some lines make. */
export function recordOf(lines: readonly RecordLine[]): RunRecord {
  const described = lines.flatMap((line) => ('described' in line ? [line.described] : []));
  return {
    shards: lines.flatMap((line) => ('pact' in line ? [line] : [])),
    described: [...new Map(described.map((each) => [each.id, each])).values()],
    done: new Set(lines.flatMap((line) => ('done' in line ? [line.done] : []))),
    failed: new Set(lines.flatMap((line) => ('failed' in line ? [line.failed] : []))),
    document: lines.flatMap((line) => ('document' in line ? [line.document] : []))[0],
  };
}

/** What was described and never ran. A test that threw did run, and is its runner's business. */
export function neverRun({ described, done, failed }: RunRecord): readonly Described[] {
  return described.filter(({ id }) => !done.has(id) && !failed.has(id));
}
