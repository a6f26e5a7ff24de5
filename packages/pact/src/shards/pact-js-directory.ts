import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isRecord, PactOptionError, pactFromJson, raisePact } from '@customer-contracts/pact-files/internal';
import { checkOptions } from '@customer-contracts/schemas/internal';
import * as z from 'zod';

import { resolveDirectory } from '../plan/pact-identity.ts';
import { withOwnKeys } from './plan-merge.ts';
import type { Shard } from './shard.ts';
import { testNameOf } from './test-context.ts';
import { pathAmongShards, nameOfOwn } from './write-shard.ts';

/** What {@link pactJsDirectory} takes. */
export interface PactJsDirectoryOptions {
  /** The directory of the pact file that all tests have in common. `pacts` in the consumer's package by default. */
  readonly directory?: string | URL;
}

const Options = z.strictObject({
  directory: z.union([z.string(), z.instanceof(URL)], "Give a path, such as 'pacts', or a file URL").optional(),
});

/** What the name of a place for pact-js ends with. */
export const pactJsEnding = '.pact-js';

/** The file beside what pact-js writes that says where that belongs. */
const belongingFile = 'belongs-to';

const Belonging = z.object({ directory: z.string(), test: z.string().optional() });

/**
 * A directory for a plain `@pact-foundation/pact` test, another one for each call:
 * `new PactV4({ dir: pactJsDirectory(), ... })`, and `PactV3` alike. What pact-js writes there comes into the pact file
 * with everything else at the end of the run, by the vitest plugin or `customer-pact merge`; nothing is lost between
 * instances and processes, and what tests no longer have goes.
 *
 * @returns the absolute path.
 * @throws {PactOptionError} when an option is unknown or can't be used.
 */
export function pactJsDirectory(options: PactJsDirectoryOptions = {}): string {
  const { directory } = checkOptions(
    Options,
    options,
    (problem) => new PactOptionError('find a place for pact-js', problem),
  );
  const belonging: z.infer<typeof Belonging> = { directory: resolveDirectory(directory), test: testNameOf(undefined) };
  const place = pathAmongShards(belonging.directory, `${nameOfOwn()}${pactJsEnding}`);
  mkdirSync(place);
  writeFileSync(join(place, belongingFile), JSON.stringify(belonging));
  return place;
}

/**
 * What pact-js wrote into a place of its own, version 2 to 4, as shards of version 4, with keys as the harness gives them.
 *
 * @throws whatever says why a file is no pact.
 */
export function readPactJs(place: string): readonly Shard[] {
  const { directory, test } = Belonging.parse(JSON.parse(readFileSync(join(place, belongingFile), 'utf8')));
  const names = readdirSync(place).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => {
    const file = join(place, name);
    const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return { directory, pact: withOwnKeys(pactFromJson(isRecord(written) ? raisePact(written) : written, file)), test };
  });
}
