import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { startEmulator } from '@customer-contracts/emulator';
import { customersPact, type CustomersPact, mergeShards, readShards } from '@customer-contracts/pact';
import {
  type CellCoverage,
  coverage,
  type Finding,
  lint,
  type MemberUsage,
  type PactDocument,
  parsePact,
  readPacts,
  usage,
  type Verification,
} from '@customer-contracts/pact-files';
import { emulatorStates, type StateArranger, verifyProvider } from '@customer-contracts/pact/verify';
import * as z from 'zod';

/** A team that makes a contract, and lets it be verified. */
export interface Consumer {
  readonly pact: CustomersPact;
  /** Merges what its tests have left behind. */
  merged(): Promise<MergedContract>;
}

/** The pact of a team, and what can be said about it. */
export interface MergedContract {
  readonly pacts: readonly PactDocument[];
  readonly findings: readonly Finding[];
  readonly usage: readonly MemberUsage[];
  /** What lint finds where every text of the file is replaced by another. */
  findingsWith(text: string, replacement: string): Promise<readonly Finding[]>;
  /** Verifies it with an emulator, which brings its own states about unless others do. @throws when an interaction fails. */
  verified(states?: (emulator: { readonly url: string; readonly apiKey: string }) => StateArranger): Promise<Verified>;
}

/** What a verification found. */
export interface Verified extends Verification {
  readonly coverage: readonly CellCoverage[];
}

/** A team of this name, with a folder of its own, which goes away with the copy. */
export function consumerNamed(consumer: string): Consumer {
  const directory = mkdtempSync(join(import.meta.dirname, '../pacts-'));
  return {
    pact: customersPact({ consumer, directory }),
    async merged() {
      const [merged] = mergeShards(readShards(join(directory, '.shards')));
      if (merged === undefined) throw new Error(`Failed to merge the contract of ${consumer}: no test left any.`);
      const pacts = await readPacts([merged.file]);
      return {
        pacts,
        findings: await lint(pacts),
        usage: usage(pacts),
        findingsWith(text, replacement) {
          const changed = readFileSync(merged.file, 'utf8').replaceAll(text, replacement);
          return lint([parsePact(changed, merged.file)]);
        },
        async verified(states = emulatorStates) {
          const emulator = await startEmulator({ providerStates: true });
          try {
            const { url, apiKey } = emulator;
            const verification = await verifyProvider({
              baseUrl: url,
              pacts: [merged.file],
              states: states(emulator),
              credentials: { apiKey },
            });
            return { ...verification, coverage: coverage(pacts, [verification]) };
          } finally {
            await emulator.close();
          }
        },
      };
    },
  };
}

/** The OpenAPI document of the schemas. */
export function openapiDocument() {
  const file = createRequire(import.meta.url).resolve('@customer-contracts/schemas/openapi.json');
  return z
    .object({
      paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
      components: z.object({
        schemas: z.record(z.string(), z.object({ description: z.string(), properties: z.looseObject({}).optional() })),
      }),
    })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
}
