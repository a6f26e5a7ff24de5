import { existsSync, readFileSync } from 'node:fs';

import { pactFromJson } from '@customer-contracts/pact-files/internal';

import { pactFileOf } from './merge-shards.ts';
import type { Shard } from './shard.ts';

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
