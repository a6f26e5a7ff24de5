// Pact's verifier, in a process of its own: it prints to the standard output from native code, past everything that a
// test runner or a caller could redirect. It verifies one thing after the other until its caller lets it go.
import { Verifier, type VerifierOptions } from '@pact-foundation/pact-core';

process.env['PACT_DO_NOT_TRACK'] ??= 'true';

process.on('message', (options: VerifierOptions) => {
  void verify(options).then((outcome) => process.send?.(outcome));
});

// When its caller is no more.
process.once('disconnect', () => process.exit());

async function verify(options: VerifierOptions): Promise<{ readonly results: string }> {
  try {
    return { results: await new Verifier(options).verify() };
  } catch (error) {
    // A failed verification is an error whose message is its results.
    return { results: error instanceof Error ? error.message : String(error) };
  }
}
