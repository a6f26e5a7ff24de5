import { isPactError } from '@customer-contracts/pact';
import { type Verification, VerificationError, verifyProvider } from '@customer-contracts/pact/verify';

import { DemoError } from '../demo-error.ts';
import type { Api } from './api.ts';

/**
 * Lets Pact's own verifier ask the API for every interaction. What it found is kept before anything is said about it.
 *
 * @throws {DemoError} with what is not honoured, and why.
 */
export async function verify(
  { url, apiKey, states }: Api,
  pacts: readonly string[],
  keep: (verification: Verification) => void,
): Promise<Verification> {
  try {
    const verification = await verifyProvider({ baseUrl: url, pacts, states, credentials: { apiKey } });
    keep(verification);
    return verification;
  } catch (error) {
    if (error instanceof VerificationError && error.verification.interactions.length > 0) keep(error.verification);
    throw isPactError(error) ? new DemoError(error.message, { cause: error }) : error;
  }
}
