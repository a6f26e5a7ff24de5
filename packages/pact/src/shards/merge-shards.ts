import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

import {
  countOf,
  isRecord,
  pactFromJson,
  PactOptionError,
  raisePact,
  type WrittenPact,
} from '@customer-contracts/pact-files/internal';
import { checkOptions } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { type Decision, type Extent, listed, passGate } from './gate.ts';
import { MergeError } from './merge-error.ts';
import { isOurs, nameOfFile, type PlannedPact, planMerge } from './plan-merge.ts';
import { recordOf, type RunRecord } from './run-record.ts';
import { type Shard, shardsDirectory } from './shard.ts';

/** A pact file that a merge brought up to date. */
export interface MergedPact {
  /** The absolute path. */
  readonly file: string;
  /** How many interactions it holds. */
  readonly interactions: number;
  /** Whether its bytes changed. */
  readonly isChanged: boolean;
}

/** What {@link mergeShards} takes. */
export interface MergeShardsOptions {
  /** Whether interactions may go that a pact file holds and the shards don't. @default false */
  readonly allowRemoval?: boolean;
}

const Options = z.strictObject({ allowRemoval: z.boolean('Give true or false').optional() });

/**
 * Writes the pact files that shards belong to, one for each consumer, provider and directory. A file that would not
 * change is not touched, and none is ever half written. Equal shards make equal bytes, in whatever order they come.
 *
 * @throws {MergeError} when two interactions have one identity and differ, when two contracts have one file, and when
 * interactions would go that a file holds.
 * @throws {SecretError} when an interaction holds a key or token.
 */
export function mergeShards(shards: readonly Shard[], options: MergeShardsOptions = {}): readonly MergedPact[] {
  checkOptions(Options, options, (problem) => new PactOptionError('merge shards', problem));
  const pacts = planMerge(shards, readPact);
  const decision = passGate(recordOf(shards), pacts, { kind: 'unknown' }, options.allowRemoval ?? false);
  return decision.kind === 'write' ? decision.pacts.map(writePact) : [];
}

/** A pact file of a run, as programs are told of it. */
export interface WrittenFile {
  /** The path, from the working directory. */
  readonly file: string;
  /** How many interactions it holds. */
  readonly interactions: number;
  readonly isChanged: boolean;
  /** The interactions that have gone from it, as messages name them. */
  readonly removed: readonly string[];
}

/** What became of a run. */
export type Outcome =
  | {
      readonly kind: 'written';
      readonly pacts: readonly WrittenFile[];
      /** What else there is to know. */
      readonly notes: readonly string[];
      /** The pacts and the notes, in words. */
      readonly lines: readonly string[];
    }
  | Extract<Decision, { readonly kind: 'leave' }>;

/**
 * Takes what a run left through the gate, writes the pact files, and removes the shards that stand beside them: they are
 * merged now, or of an earlier run, and a stock `pact-verifier --dir pacts` takes them for pacts.
 *
 * @throws {MergeError} and {SecretError} as {@link mergeShards} and the gate do; then nothing is written or removed.
 */
export function mergeRun(record: RunRecord, extent: Extent, allowsRemoval: boolean): Outcome {
  const decision = passGate(record, planMerge(record.shards, readPact), extent, allowsRemoval);
  if (decision.kind === 'leave') return decision;
  if (decision.pacts.length === 0) return { kind: 'leave', reason: 'no interaction ran' };
  const pacts = decision.pacts.map((pact) => {
    const { isChanged } = writePact(pact);
    rmSync(join(pact.directory, shardsDirectory), { recursive: true, force: true });
    return { file: here(pact.file), interactions: pact.interactions, isChanged, removed: pact.removed };
  });
  const lines = pacts.map(({ file, interactions, isChanged, removed }) => {
    const gone = removed.length === 0 ? '' : ` without ${listed(removed)}`;
    return `${file}: ${countOf(interactions, 'interaction')}, ${isChanged ? 'written' : 'unchanged'}${gone}`;
  });
  const left = extent.kind === 'whole' ? renamedFrom(decision.pacts) : [];
  const notes = [...decision.pacts.flatMap(keptIn), ...left];
  return { kind: 'written', pacts, notes, lines: [lines.join('; '), ...notes] };
}

/** Lines about what others than the harness wrote into a pact file, or beside it; none where nobody did. */
function keptIn({ file, directory, kept }: PlannedPact): readonly string[] {
  const stay = kept.length === 1 ? '1 interaction stays' : `${kept.length} interactions stay`;
  const advice =
    'A pact-js test that writes there loses interactions in parallel runs: give it dir: pactJsDirectory().';
  const own = `${here(file)}: ${stay} that the harness did not write: ${listed(kept)}. ${advice} Delete what no test has.`;
  const beside = readdirSync(directory)
    .filter((name) => name !== basename(file) && nameOfFile(name) === basename(file))
    .map(
      (name) =>
        `${here(join(directory, name))}: the same contract under the name that pact-js gives it. ${advice} Then delete the file.`,
    );
  return [...(kept.length === 0 ? [] : [own]), ...beside];
}

/** A path from the working directory. */
export function here(path: string): string {
  return relative(process.cwd(), path) || '.';
}

function writePact({ file, text, interactions }: PlannedPact): MergedPact {
  const isChanged = !existsSync(file) || readFileSync(file, 'utf8') !== text;
  if (isChanged) {
    mkdirSync(dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}.tmp`;
    writeFileSync(unfinished, text);
    renameSync(unfinished, file);
  }
  return { file, interactions, isChanged };
}

/** What stands on file. What can't be read can't be overwritten either: nobody knows what would go. */
function readPact(file: string): WrittenPact | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return pactFromJson(isRecord(written) ? raisePact(written) : written, file);
  } catch (cause) {
    throw new MergeError(`Failed to merge ${file}: what stands there is no pact. Mend or delete it.`, file, { cause });
  }
}

/** A line for each file beside these that a consumer left behind under an earlier name: all that it holds is in one of these. */
function renamedFrom(pacts: readonly PlannedPact[]): readonly string[] {
  return pacts.flatMap((pact) => {
    const keys = keysIn(pact.file);
    const others = readdirSync(pact.directory).filter((name) => name.endsWith('.json'));
    return others
      .map((name) => join(pact.directory, name))
      .filter((file) => !pacts.some((each) => each.file === file))
      .filter((file) => {
        const old = keysIn(file);
        return old !== undefined && keys !== undefined && [...old].every((key) => keys.has(key));
      })
      .map(
        (file) =>
          `${here(file)} is left over: all its interactions are in ${here(pact.file)}. Delete it if the consumer was renamed.`,
      );
  });
}

/** The keys of a file that the harness alone wrote; `undefined` of any other. */
function keysIn(file: string): ReadonlySet<string> | undefined {
  try {
    const { interactions } = pactFromJson(JSON.parse(readFileSync(file, 'utf8')), file);
    return interactions.length > 0 && interactions.every(isOurs)
      ? new Set(interactions.map(({ key }) => key ?? ''))
      : undefined;
  } catch {
    return undefined;
  }
}
