// Pact's verifier, in a process of its own: it prints to the standard output from native code, past everything that a
// test runner or a caller could redirect.
import type { VerifierOptions } from '@pact-foundation/pact-core';

import { pactCore } from '../mock/pact-core.ts';

process.once('message', (options: VerifierOptions) => {
  void answer(options);
});

async function answer(options: VerifierOptions): Promise<void> {
  const outcome = await verify(options);
  process.send?.(outcome, () => process.disconnect());
}

async function verify(options: VerifierOptions): Promise<{ readonly results: string }> {
  const core = await pactCore();
  try {
    return { results: await new core.Verifier(options).verify() };
  } catch (error) {
    // A failed verification is an error whose message is its results.
    return { results: error instanceof Error ? error.message : String(error) };
  }
}
