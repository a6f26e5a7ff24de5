import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { isRecord, PactError } from '@customer-contracts/pact-files/internal';
import type * as PactCore from '@pact-foundation/pact-core/dist/consumer/index.js';

import { consumerPackage } from '../plan/pact-identity.ts';

let core: Promise<typeof PactCore> | undefined;

/**
 * The core that this process has: where the consumer's package has `@pact-foundation/pact`, that one's. Two native cores in
 * one process have one name for their functions, and end it.
 *
 * @throws {PactError} when pact-js is older than 16.0, whose core does not take our matching rules.
 */
export function coreOfProcess(): Promise<typeof PactCore> {
  core ??= load();
  return core;
}

async function load(): Promise<typeof PactCore> {
  const found = findPactJs();
  if (found === undefined) return import('@pact-foundation/pact-core/dist/consumer/index.js');
  if (takesRules(versionIn(found.core))) {
    const require = createRequire(found.pactJs);
    // In `src` or in `dist`
    const loaded: unknown = require(
      join(dirname(require.resolve('@pact-foundation/pact-core')), 'consumer', 'index.js'),
    );
    if (isCore(loaded)) return loaded;
  }
  throw new PactError(
    `Failed to load Pact's core: that of @pact-foundation/pact ${versionIn(found.pactJs)} knows too little, and a process can't have two. ` +
      'Update @pact-foundation/pact to 16.0 or later.',
  );
}

/** The package.json of a pact-js, and that of its core. */
interface FoundPactJs {
  readonly pactJs: string;
  readonly core: string;
}

/** The consumer's own pact-js, or one beside this package. Before version 10 it has no core. */
function findPactJs(): FoundPactJs | undefined {
  for (const place of [join(consumerPackage(), 'package.json'), import.meta.url]) {
    try {
      const pactJs = createRequire(place).resolve('@pact-foundation/pact/package.json');
      return { pactJs, core: createRequire(pactJs).resolve('@pact-foundation/pact-core/package.json') };
    } catch {
      // It isn't there.
    }
  }
  return undefined;
}

/** Whether a core takes matching rules as they stand in a pact file: from 17.1 on, which pact-js 16.0 brings. */
function takesRules(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 17 || (major === 17 && minor >= 1);
}

function isCore(loaded: unknown): loaded is typeof PactCore {
  return isRecord(loaded) && typeof loaded['makeConsumerPact'] === 'function';
}

function versionIn(file: string): string {
  const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isRecord(json) ? String(json['version']) : '';
}
