import type * as PactCore from '@pact-foundation/pact-core';

/** Pact's own core, loaded at the first test and not before: it takes about 0.1 s and 17 MB. */
export function pactCore(): Promise<typeof PactCore> {
  loading ??= load();
  return loading;
}

let loading: Promise<typeof PactCore> | undefined;

async function load(): Promise<typeof PactCore> {
  process.env['PACT_DO_NOT_TRACK'] ??= 'true';
  const core = await import('@pact-foundation/pact-core');
  core.setLogLevel('warn');
  return core;
}

/** The number by which the core knows version 4 of the Pact specification. */
export const specificationV4 = 5;
