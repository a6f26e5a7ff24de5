import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import * as z from 'zod';

import { manifestName } from './keep-part-of-run.ts';
import { MergeError } from './merge-error.ts';
import { readShards } from './read-shards.ts';

const Manifest = z.object({ index: z.int(), count: z.int(), interactions: z.int() });

/**
 * Makes sure that all parts of a run that was divided among machines are there, each with all its interactions.
 *
 * @throws {MergeError} with the part that is missing or incomplete.
 */
export function checkParts(directory: string): void {
  const parts = manifestsIn(directory).map((file) => ({ file, ...readManifest(file) }));
  for (const { file, index, count, interactions } of parts) {
    const found = readShards(dirname(file)).length;
    if (found !== interactions) {
      throw refuse(
        directory,
        `part ${index} of ${count} has ${found} of ${interactions} interactions`,
        'Fetch it again.',
      );
    }
    const missing = Array.from({ length: count }, (_, position) => position + 1).find(
      (position) => !parts.some((part) => part.index === position && part.count === count),
    );
    if (missing !== undefined)
      throw refuse(directory, `part ${missing} of ${count} is missing`, 'Fetch it, or run it.');
  }
}

function manifestsIn(directory: string): readonly string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(manifestName)).map((name) => join(directory, name));
}

function readManifest(file: string): z.infer<typeof Manifest> {
  return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function refuse(directory: string, received: string, advice: string): MergeError {
  return new MergeError(`Failed to merge ${directory}: ${received}. ${advice}`, directory);
}
