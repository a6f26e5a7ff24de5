import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { InteractionDefinition } from '../interaction/interaction-definition.ts';
import type { PactIdentity } from '../interaction/pact-identity.ts';
import { PactFile } from '../shards/pact-file.ts';
import { defineOnCore } from './define-on-core.ts';
import { pactCore, specificationV4 } from './pact-core.ts';

/** An interaction as Pact's own core writes it: a pact file that holds nothing else. */
export async function contractOf(
  { consumer, provider }: PactIdentity,
  definition: InteractionDefinition,
): Promise<PactFile> {
  const core = await pactCore();
  // The core makes a file's name of these, whatever characters they have; the real ones are set afterwards.
  const pact = core.makeConsumerPact('consumer', 'provider', specificationV4, 'warn');
  defineOnCore(pact, definition, 'contract');
  // Over the last one, and read at once: in a shared file the core re-reads and rewrites everything for every interaction.
  const directory = workDirectory();
  pact.writePactFile(directory, false);
  const contract = PactFile.parse(JSON.parse(readFileSync(join(directory, 'consumer-provider.json'), 'utf8')));
  return { ...contract, consumer: { name: consumer }, provider: { name: provider } };
}

let directory: string | undefined;

/** A directory of this process alone, which goes away with it. */
function workDirectory(): string {
  if (directory !== undefined) return directory;
  const made = mkdtempSync(join(tmpdir(), 'customer-pact-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  directory = made;
  return made;
}
