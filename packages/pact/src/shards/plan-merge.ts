import { join } from 'node:path';

import {
  canonicalJson,
  formatPact,
  hasSecret,
  isList,
  isRecord,
  type Json,
  pactFromJson,
  type WrittenInteraction,
  type WrittenPact,
} from '@customer-contracts/pact-files/internal';
import { shown } from '@customer-contracts/schemas/internal';

import { interactionKey } from '../contract/interaction-definition.ts';
import { SecretError } from '../contract/secret-error.ts';
import { differences } from './differences.ts';
import { MergeError } from './merge-error.ts';
import type { Shard } from './shard.ts';

/** What a merge would make of one pact file. */
export interface PlannedPact {
  /** The absolute path. */
  readonly file: string;
  /** The absolute path of the directory that it is in. */
  readonly directory: string;
  /** The whole text. */
  readonly text: string;
  /** How many interactions it would hold. */
  readonly interactions: number;
  /** The names of those that it does not hold yet. */
  readonly added: readonly string[];
  /** The names of ours that it holds and would not any more. */
  readonly removed: readonly string[];
  /** The names of those that others than the harness wrote into it, and that stay. */
  readonly kept: readonly string[];
}

/**
 * What a merge would make of the pact files: one for each consumer, provider and directory. `left` is what a run left,
 * `onFile` what stands at a path. What others than the harness wrote into a file stays in it.
 *
 * @throws {MergeError} when two interactions have one identity and differ, or two contracts have one file.
 * @throws {SecretError} when an interaction holds a key or token.
 */
export function planMerge(
  left: readonly Shard[],
  onFile: (file: string) => WrittenPact | undefined,
): readonly PlannedPact[] {
  return [...Map.groupBy(left, pactFileOf)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, shards]) => planFile(file, shards, onFile(file)));
}

/** The absolute path of the pact file that a shard belongs to. The name may be another contract's, too. */
export function pactFileOf({ directory, pact: { consumer, provider } }: Shard): string {
  return join(directory, nameOfFile(`${consumer}-${provider}.json`));
}

/** A name that every file system takes. Pact's core leaves spaces and the like in its own. */
export function nameOfFile(name: string): string {
  return name.replaceAll(/[^\p{L}\p{M}\p{N}_.-]+/gu, '_');
}

function planFile(file: string, shards: readonly Shard[], known: WrittenPact | undefined): PlannedPact {
  const left = shards.map(({ pact }) => pact);
  refuseOthers(file, known === undefined ? left : [known, ...left]);
  const ran = unite(shards, file);
  const held = new Map(known === undefined ? [] : entriesOf(known));
  const missing = [...held].filter(([identity]) => !ran.has(identity));
  const [removed, kept] = [missing.filter(([, entry]) => entry.isOurs), missing.filter(([, entry]) => !entry.isOurs)];
  const whole = [...kept, ...ran].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const secret = whole.find(([, { json }]) => hasSecret(JSON.stringify(json)));
  if (secret !== undefined) throw new SecretError(secret[1].description);
  const all = [...held.values(), ...ran.values()];
  const [first] = shards;
  const text = formatPact({
    ...first?.pact.json,
    metadata: metadataOf(shards),
    interactions: whole.map(([, { json }]) => json),
  });
  // Names stand in the pact, too.
  if (hasSecret(text)) throw new SecretError(file);
  return {
    file,
    directory: first?.directory ?? '',
    text,
    interactions: whole.length,
    added: [...ran].filter(([identity]) => !held.has(identity)).map(([, entry]) => nameAmong(all, entry)),
    removed: removed.map(([, entry]) => nameAmong(all, entry)),
    kept: kept.map(([, entry]) => nameAmong(all, entry)),
  };
}

/** The metadata of all shards, whichever comes first: pact-js adds its own version. */
function metadataOf(shards: readonly Shard[]): Json {
  const all = new Map(shards.map(({ pact: { json } }) => [canonicalJson(json['metadata']), json['metadata']]));
  const sorted = [...all].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.flatMap(([, metadata]) => (isRecord(metadata) ? Object.entries(metadata) : [])));
}

/** A file's name says less than the names of consumer and provider: of several contracts it would have the last one. */
function refuseOthers(file: string, pacts: readonly WrittenPact[]): void {
  const [first, ...others] = pacts;
  const other = others.find(({ consumer, provider }) => consumer !== first?.consumer || provider !== first.provider);
  if (first === undefined || other === undefined) return;
  const [one, another] = [first, other].map(({ consumer, provider }) => `"${consumer}" with "${provider}"`);
  throw new MergeError(
    `Failed to merge ${file}: it would be the contract of ${one}, and that of ${another}. Give one of them a directory of its own.`,
    file,
  );
}

/** An interaction or a message, as a file has it. */
interface PactEntry extends Pick<WrittenInteraction, 'description' | 'states' | 'json'> {
  /** Whether the harness wrote it. */
  readonly isOurs: boolean;
}

/** One that ran, and the name of its test where the runner says it. */
interface TestedEntry extends PactEntry {
  readonly test: string | undefined;
  /** Whether a plain pact-js test wrote it. */
  readonly isPlain: boolean;
}

/**
 * What shards hold, by identity, which is description and provider states. Equal ones collapse.
 *
 * @throws {MergeError} when two have the same identity and are not equal otherwise.
 */
function unite(shards: readonly Shard[], file: string): ReadonlyMap<string, TestedEntry> {
  const united = new Map<string, TestedEntry>();
  for (const { pact, test } of shards) {
    const { metadata } = pact.json;
    const isPlain = isRecord(metadata) && 'pact-js' in metadata;
    for (const [identity, entry] of entriesOf(pact)) {
      const [known, each] = [united.get(identity), { ...entry, test, isPlain }];
      if (known !== undefined && canonicalJson(known.json) !== canonicalJson(entry.json))
        throw clash(known, each, file);
      united.set(identity, each);
    }
  }
  return united;
}

/** More places than these help nobody to tell two interactions apart. */
const shownPlaces = 5;

function clash(one: TestedEntry, other: TestedEntry, file: string): MergeError {
  const places = differences(one.json, other.json);
  const lines = places
    .slice(0, shownPlaces)
    .map((place) => `  ${place.path}: ${shown(place.one)} in the one, ${shown(place.other)} in the other`);
  const more = places.length > shownPlaces ? [`  and at ${places.length - shownPlaces} other places`] : [];
  const tests =
    one.test === undefined || other.test === undefined
      ? ''
      : `The one is of the test "${one.test}", the other of "${other.test}". `;
  const advice = one.isPlain || other.isPlain ? 'uponReceiving' : '.as';
  return new MergeError(
    `Failed to merge ${file}: two interactions are called "${one.description}" in the same provider state, and differ:\n` +
      `${[...lines, ...more].join('\n')}\n${tests}Tell them apart with ${advice}('...').`,
    file,
  );
}

/** Everything that a file holds, messages too, with its identity. */
function entriesOf({ interactions, json }: WrittenPact): readonly (readonly [string, PactEntry])[] {
  const http = new Set(interactions.map((each) => each.json));
  const lists = [json['interactions'], json['messages']].flatMap((list) => (isList(list) ? list : []));
  const messages = lists.filter(isRecord).filter((each) => !http.has(each));
  return [
    ...interactions.map((each) => [identityOf(each), { ...each, isOurs: isOurs(each) }] as const),
    ...messages.map((each) => {
      const message = { description: String(each['description']), states: [], json: each };
      return [messageIdentity(each), { ...message, isOurs: each['key'] === messageKey(each) }] as const;
    }),
  ];
}

function identityOf({ description, states }: Pick<WrittenInteraction, 'description' | 'states'>): string {
  return canonicalJson([description, states]);
}

/** Whether the harness wrote an interaction: its key is made of its identity. */
export function isOurs(interaction: WrittenInteraction): boolean {
  return interaction.key === keyOf(interaction);
}

function keyOf({ description, states }: Pick<WrittenInteraction, 'description' | 'states'>): string {
  return interactionKey({ description, states: states.map(({ name, ...rest }) => ({ sentence: name, ...rest })) });
}

function messageIdentity({ description, providerStates, type }: Json): string {
  return canonicalJson([description, providerStates ?? [], type ?? 'message']);
}

function messageKey(message: Json): string {
  return interactionKey({ description: messageIdentity(message), states: [] });
}

/** A pact with the keys that make its interactions and messages ours. */
export function withOwnKeys({ json, interactions, file }: WrittenPact): WrittenPact {
  const keys = new Map(interactions.map((each) => [each.json, keyOf(each)]));
  const all = isList(json['interactions']) ? json['interactions'].filter(isRecord) : [];
  const keyed = all.map((each) => ({ ...each, key: keys.get(each) ?? messageKey(each) }));
  return pactFromJson({ ...json, interactions: keyed }, file);
}

function nameAmong(all: readonly PactEntry[], { description, states }: PactEntry): string {
  const namesakes = new Set(all.filter((each) => each.description === description).map(identityOf));
  const given = states.map(({ name, parameters }) => `${name} ${canonicalJson(parameters)}`);
  return namesakes.size > 1 && given.length > 0 ? `"${description}" (${given.join(', ')})` : `"${description}"`;
}
