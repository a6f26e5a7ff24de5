import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  customersPact,
  type CustomersPact,
  type CustomersPactOptions,
  mergeShards,
  readShards,
} from '@customer-contracts/pact';

import { type PactInteraction, readWritten, type WrittenPact } from './written-pact.ts';

/** A consumer whose pact file is in a directory of its own, which goes away with it. */
export interface TemporaryPacts extends AsyncDisposable {
  readonly directory: string;
  readonly pact: CustomersPact;
  /** Merges what the tests left, and reads the pact file. */
  merged(): Promise<WrittenPact>;
}

/** The interactions of a pact, by description. */
export function byDescription(pact: WrittenPact): ReadonlyMap<string, PactInteraction> {
  return new Map(pact.interactions.map((interaction) => [interaction.description, interaction]));
}

export async function temporaryPacts(options: Partial<CustomersPactOptions> = {}): Promise<TemporaryPacts> {
  const directory = await mkdtemp(join(tmpdir(), 'pacts-'));
  return {
    directory,
    pact: customersPact({ consumer: 'billing-web', directory, ...options }),
    async merged() {
      const [merged] = mergeShards(readShards(join(directory, '.shards')));
      return readWritten(merged?.file ?? '');
    },
    async [Symbol.asyncDispose]() {
      await rm(directory, { recursive: true });
    },
  };
}
