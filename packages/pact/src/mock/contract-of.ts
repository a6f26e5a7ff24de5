import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { InteractionDefinition } from '../interaction/interaction-definition.ts';
import type { PactIdentity } from '../interaction/pact-identity.ts';
import { PactError } from '../pact-error.ts';
import { PactFile } from '../shards/pact-file.ts';
import { defineOnCore } from './define-on-core.ts';
import { pactCore, specificationV4 } from './pact-core.ts';

/** An interaction as Pact's own core writes it: a pact file that holds nothing else. */
export async function contractOf(identity: PactIdentity, definition: InteractionDefinition): Promise<PactFile> {
  const core = await pactCore();
  const pact = core.makeConsumerPact(identity.consumer, identity.provider, specificationV4, 'warn');
  defineOnCore(pact, definition, 'contract');
  // A directory of its own: in a shared one the core re-reads and rewrites everything for every interaction.
  const directory = mkdtempSync(join(tmpdir(), 'customer-pact-'));
  try {
    pact.writePactFile(directory);
    const [name] = readdirSync(directory);
    if (name === undefined)
      throw new PactError('Failed to write an interaction: Pact wrote no file. Report it, please.');
    return PactFile.parse(JSON.parse(readFileSync(join(directory, name), 'utf8')));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
