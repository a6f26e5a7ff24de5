import { join } from 'node:path';

import { shardsDirectory, shardsVariable } from './shard.ts';

/** Where the shards of a pact directory go: the place of this run, else beside the pact files. */
export function shardsPath(directory: string): string {
  return process.env[shardsVariable] ?? join(directory, shardsDirectory);
}
