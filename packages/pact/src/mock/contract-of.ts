import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync } from 'node:fs';
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
  // Over the last one, and read at once: in a shared file the core re-reads and rewrites everything for every interaction.
  const directory = workDirectory();
  pact.writePactFile(directory, false);
  const [name] = readdirSync(directory);
  if (name === undefined) throw new PactError('Failed to write an interaction: Pact wrote no file. Report it, please.');
  const file = join(directory, name);
  const contract = PactFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  unlinkSync(file);
  return contract;
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
