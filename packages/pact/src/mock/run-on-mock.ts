import { setTimeout as sleep } from 'node:timers/promises';

import { PactError, proxyFor } from '@customer-contracts/pact-files/internal';
import type { ConsumerPact } from '@pact-foundation/pact-core';

import type { InteractionDefinition } from '../contract/interaction-definition.ts';
import type { PactIdentity } from '../plan/pact-identity.ts';
import { addNote } from './add-note.ts';
import { credentialsSent } from './credentials-in.ts';
import { defineOnCore } from './define-on-core.ts';
import { explainMismatches } from './explain-mismatches.ts';
import { type Mismatch, MismatchError } from './mismatch-error.ts';
import { makeCorePact } from './pact-core.ts';
import { startRequestRecorder } from './request-recorder.ts';
import { scrubError } from './scrub-error.ts';
import { shortenCause } from './shorten-cause.ts';

/**
 * Runs a test against a mock server of its own that knows these interactions, each of which must happen.
 *
 * @throws {MismatchError} when the client sent something else, or nothing; and whatever the test throws. Neither holds a
 *   key or token that is known, those that reached the mock included.
 */
export async function runOnMock(
  { consumer, provider }: PactIdentity,
  definitions: readonly InteractionDefinition[],
  test: (baseUrl: string) => unknown,
): Promise<void> {
  const pact = await makeCorePact(consumer, provider);
  for (const definition of definitions) defineOnCore(pact, definition, 'mock');
  const port = startMock(pact);
  // No `await using`: the bundle is not compiled down, and Node 22 has none.
  const recorder = process.env['CUSTOMER_PACT_BODIES'] ? await startRequestRecorder(port) : undefined;
  try {
    const failure = await outcomeOf(() => test(recorder?.url ?? `http://127.0.0.1:${port}`));
    if (!pact.mockServerMatchedSuccessfully(port)) {
      await explain(pact, port, definitions, failure, recorder?.compare(definitions));
    }
    if (failure !== undefined) throw scrubError(failure.error);
  } finally {
    await recorder?.[Symbol.asyncDispose]();
    pact.cleanupMockServer(port);
  }
}

/** A page of another origin, as happy-dom and jsdom are one, asks first whether it may: the mock says that it may. */
function startMock(pact: ConsumerPact): number {
  const config = JSON.stringify({ corsPreflight: true });
  const port = pact.pactffiCreateMockServerForTransport('127.0.0.1', 'http', config, 0);
  if (port > 0) return port;
  throw new PactError(
    `Failed to start the mock: Pact's core answered ${port}. Check that a program may listen at 127.0.0.1.`,
  );
}

interface Failure {
  readonly error: unknown;
}

async function outcomeOf(test: () => unknown): Promise<Failure | undefined> {
  try {
    await test();
    return undefined;
  } catch (error) {
    return { error };
  }
}

/**
 * A test that failed before its client sent anything keeps its own error: nothing that Pact says is its reason. Unless
 * the client was still at it: then what failed was an expectation about a promise.
 */
async function explain(
  pact: ConsumerPact,
  port: number,
  definitions: readonly InteractionDefinition[],
  failure: Failure | undefined,
  requests: string | undefined,
): Promise<void> {
  const results = pact.mockServerMismatches(port);
  const mismatches = explainMismatches(results, definitions);
  const name = definitions.map(({ description }) => description).join('" and "');
  if (mismatches.length > 0) {
    const sent = credentialsSent(results);
    const options = failure && { cause: scrubError(failure.error, sent) };
    if (requests === undefined) shortenCause(options?.cause);
    throw scrubError(new MismatchError(name, mismatches, options, requests), sent, options?.cause);
  }
  const isLate = await isCalledLate(pact, port);
  if (failure !== undefined) {
    const proxied = proxyHint(port);
    if (isLate) addNote(failure.error, 'the provider was called after the test had failed: a promise is not awaited');
    else if (proxied !== undefined) addNote(failure.error, `the mock saw no such request. ${proxied}`);
    return;
  }
  const missing = results.flatMap((result) => ('type' in result && result.type === 'missing-request' ? [result] : []));
  const received = isLate ? late : { ...never, hint: proxyHint(port) ?? never.hint };
  throw new MismatchError(
    name,
    missing.map(({ method, path }) => ({ where: 'request', expected: `${method} ${path}`, ...received })),
  );
}

const late: Pick<Mismatch, 'received' | 'hint'> = {
  received: 'it after the test had ended',
  hint: 'A promise is not awaited: await the call of the client.',
};

const never = {
  received: 'nothing: the test never called the provider',
  hint: 'Give baseUrl to the client, and await its call.',
};

/** What a client that goes through a proxy meets instead of the mock. */
function proxyHint(port: number): string | undefined {
  const proxy = proxyFor(`http://127.0.0.1:${port}`);
  return (
    proxy && `${proxy.variable} is set, and the client may have called the proxy: set NO_PROXY=127.0.0.1,localhost.`
  );
}

/** A call that nobody awaited arrives some milliseconds after the test has ended. */
async function isCalledLate(pact: ConsumerPact, port: number): Promise<boolean> {
  for (let round = 0; round < 10; round += 1) {
    await sleep(10);
    if (pact.mockServerMatchedSuccessfully(port)) return true;
  }
  return false;
}
