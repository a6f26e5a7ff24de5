import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import {
  formatPact,
  hasSecret,
  canonicalJson,
  type WrittenInteraction,
  pactFromJson,
} from '@customer-contracts/pact-files/internal';
import { shown } from '@customer-contracts/schemas/internal';

import { SecretError } from '../contract/secret-error.ts';
import { differences } from './differences.ts';
import { MergeError } from './merge-error.ts';
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
  // Names stand in the pact, too.
  if (hasSecret(text)) throw new SecretError(file);
  return { text, interactions: interactions.length };
}

/** The absolute path of the pact file that a shard belongs to. */
function pactFileOf({ directory, pact: { consumer, provider } }: Shard): string {
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

/** An interaction, and the name of the test that ran it where the runner says it. */
interface TestedInteraction {
  readonly interaction: WrittenInteraction;
  readonly test: string | undefined;
}

/**
 * Interactions in a fixed order, each once: by description, then by provider states. Equal ones collapse.
 *
 * @throws {MergeError} when two have the same description and states and are not equal otherwise.
 */
function mergeInteractions(tested: readonly TestedInteraction[], file: string): readonly WrittenInteraction[] {
  const merged = new Map<string, TestedInteraction>();
  for (const each of tested) {
    const { description, states } = each.interaction;
    const identity = canonicalJson([description, states]);
    const known = merged.get(identity);
    if (known !== undefined && canonicalJson(known.interaction.json) !== canonicalJson(each.interaction.json)) {
      throw clash(known, each, file);
    }
    merged.set(identity, each);
  }
  const entries = [...merged].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([, { interaction }]) => interaction);
}

/** More places than these help nobody to tell two interactions apart. */
const shownPlaces = 5;

function clash(one: TestedInteraction, other: TestedInteraction, file: string): MergeError {
  const places = differences(one.interaction.json, other.interaction.json);
  const lines = places
    .slice(0, shownPlaces)
    .map((place) => `  ${place.path}: ${shown(place.one)} in the one, ${shown(place.other)} in the other`);
  const more = places.length > shownPlaces ? [`  and at ${places.length - shownPlaces} other places`] : [];
  const tests =
    one.test === undefined || other.test === undefined
      ? ''
      : `The one is of the test "${one.test}", the other of "${other.test}". `;
  return new MergeError(
    `Failed to merge ${file}: two interactions are called "${one.interaction.description}" in the same provider state, and differ:\n` +
      `${[...lines, ...more].join('\n')}\n${tests}Tell them apart with .as('...').`,
    file,
  );
}

/**
 * Merges the shards of a whole run, and removes those that stand beside the pact files: they are merged now, or of an
 * earlier run, and a stock `pact-verifier --dir pacts` takes them for pacts.
 *
 * @throws {MergeError} and {SecretError} as `mergeShards` does; then nothing is removed.
 */
export function mergeRun(shards: readonly Shard[]): readonly MergedPact[] {
  const merged = mergeShards(shards);
  for (const { file } of merged) rmSync(join(dirname(file), shardsDirectory), { recursive: true, force: true });
  return merged;
}

/** The descriptions of interactions that the pact files hold and these shards do not. */
export function lostInteractions(shards: readonly Shard[]): readonly string[] {
  const files = new Set(shards.map(pactFileOf));
  const kept = new Set(shards.flatMap(({ pact }) => pact.interactions.map(({ key }) => key)));
  return [...files]
    .filter((file) => existsSync(file))
    .flatMap((file) => pactFromJson(JSON.parse(readFileSync(file, 'utf8')), file).interactions)
    .filter(({ key }) => !kept.has(key))
    .map(({ description }) => description);
}
