import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

import {
  isList,
  isRecord,
  type Json,
  type WrittenPact,
  pactFromJson,
  variantComment,
} from '@customer-contracts/pact-files/internal';

import type { InteractionDefinition } from '../contract/interaction-definition.ts';
import type { PactIdentity } from '../plan/pact-identity.ts';
import { withOwnKeys } from '../shards/plan-merge.ts';
import { shardsPath } from '../shards/write-shard.ts';
import { defineOnCore } from './define-on-core.ts';
import { makeCorePact } from './pact-core.ts';

/** An interaction as Pact's own core writes it: a pact file that holds nothing else. */
export async function contractOf(
  { consumer, provider, directory }: PactIdentity,
  definition: InteractionDefinition,
): Promise<WrittenPact> {
  // The core makes a file's name of these, whatever characters they have; the real ones are set afterwards.
  const pact = await makeCorePact('consumer', 'provider');
  defineOnCore(pact, definition, 'contract');
  // A file of its own, read at once: in a shared one the core re-reads and rewrites everything for every interaction.
  const own = join(shardsPath(directory), name);
  mkdirSync(own, { recursive: true });
  pact.writePactFile(own, false);
  const file = join(own, 'consumer-provider.json');
  const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
  unlinkSync(file);
  const named = { consumer: { name: consumer }, provider: { name: provider } };
  return withOwnKeys(pactFromJson({ ...withSaid(written, definition), ...named }, file));
}

/** A pact of one interaction, with what is only written down: older cores can't be told. */
function withSaid(pact: unknown, { isPending, comments, testName, variant }: InteractionDefinition): Json {
  if (!isRecord(pact) || !isList(pact['interactions'])) return {};
  const said = {
    ...(comments.length === 0 ? {} : { text: comments }),
    ...(testName === undefined ? {} : { testname: testName }),
    ...(variant === undefined ? {} : { [variantComment]: { variant } }),
  };
  const more = { pending: isPending, ...(Object.keys(said).length === 0 ? {} : { comments: said }) };
  return { ...pact, interactions: pact['interactions'].filter(isRecord).map((each) => ({ ...each, ...more })) };
}

/** The directory of this process alone, among the shards: it goes when they go, even if the process is killed. */
const name = `${process.pid}-${randomUUID()}`;
