import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  customersPact,
  mergeShards,
  PactFile,
  type CustomersPact,
  type CustomersPactOptions,
  type PactInteraction,
  readShards,
} from '@customer-contracts/pact';
import { readFile } from 'node:fs/promises';

/** A consumer whose pact file is in a directory of its own, which goes away with it. */
export interface TemporaryPacts extends AsyncDisposable {
  readonly directory: string;
  readonly pact: CustomersPact;
  /** Merges what the tests left, and reads the pact file. */
  merged(): Promise<PactFile>;
}

/** The interactions of a pact, by description. */
export function byDescription(pact: PactFile): ReadonlyMap<string, PactInteraction> {
  return new Map(pact.interactions.map((interaction) => [interaction.description, interaction]));
}

export async function temporaryPacts(options: Partial<CustomersPactOptions> = {}): Promise<TemporaryPacts> {
  const directory = await mkdtemp(join(tmpdir(), 'pacts-'));
  return {
    directory,
    pact: customersPact({ consumer: 'billing-web', directory, ...options }),
    async merged() {
      const [merged] = mergeShards(readShards(join(directory, '.shards')));
      return PactFile.parse(JSON.parse(await readFile(merged?.file ?? '', 'utf8')));
    },
    async [Symbol.asyncDispose]() {
      await rm(directory, { recursive: true });
    },
  };
}
