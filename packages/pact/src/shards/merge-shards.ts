import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { formatPact, hasSecret } from '@customer-contracts/pact-files/internal';

import { SecretError } from '../contract/secret-error.ts';
import { mergeInteractions } from './merge-interactions.ts';
import type { Shard } from './shard.ts';

/** A pact file that a merge brought up to date. */
export interface MergedPact {
  /** The absolute path. */
  readonly file: string;
  /** How many interactions it holds. */
  readonly interactions: number;
  /** Whether its bytes changed. */
  readonly isChanged: boolean;
}

/**
 * Writes the pact files that shards belong to, one for each consumer, provider and directory. A file that would not
 * change is not touched, and none is ever half written. Equal shards make equal bytes, in whatever order they come.
 *
 * @throws {MergeError} when two interactions have one identity and differ.
 * @throws {SecretError} when an interaction holds a key or token.
 */
export function mergeShards(shards: readonly Shard[]): readonly MergedPact[] {
  const files = new Map<string, Shard[]>();
  for (const shard of shards) {
    const file = pactFileOf(shard);
    const members = files.get(file);
    if (members === undefined) files.set(file, [shard]);
    else members.push(shard);
  }
  const contents = [...files]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, members]) => ({ file, ...contentOf(file, members) }));
  return contents.map(({ file, text, interactions }) => ({
    file,
    interactions,
    isChanged: writeIfChanged(file, text),
  }));
}

function contentOf(file: string, shards: readonly Shard[]): { readonly text: string; readonly interactions: number } {
  const interactions = mergeInteractions(
    shards.flatMap(({ pact, test }) => pact.interactions.map((interaction) => ({ interaction, test }))),
    file,
  );
  const secret = interactions.find(({ json }) => hasSecret(JSON.stringify(json)));
  if (secret !== undefined) throw new SecretError(secret.description);
  const [first] = shards;
  const text = formatPact({ ...first?.pact.json, interactions: interactions.map(({ json }) => json) });
  return { text, interactions: interactions.length };
}

/** The absolute path of the pact file that a shard belongs to. */
export function pactFileOf({ directory, pact: { consumer, provider } }: Shard): string {
  return join(directory, `${consumer}-${provider}.json`.replaceAll(/[^\w.-]+/g, '_'));
}

function writeIfChanged(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
  return true;
}
