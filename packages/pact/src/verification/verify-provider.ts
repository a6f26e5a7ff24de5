import type { CredentialKind } from '../interaction/credentials.ts';
import type { BrokerOptions } from './broker-options.ts';
import type { OwnStateHandler, StateArranger, StateHandlers } from './provider-state-handlers.ts';
import type { Verification } from './verification.ts';

/** What {@link verifyProvider} takes: where the provider is, which pacts, and who brings the states about. */
export type VerifyProviderOptions = VerifyProviderCommonOptions &
  (
    | {
        /** Paths of pact files, and of directories of them. */
        readonly pacts: readonly string[];
        readonly broker?: undefined;
      }
    | {
        readonly pacts?: undefined;
        /** The broker that has the pacts. */
        readonly broker: BrokerOptions;
      }
  );

/** What {@link verifyProvider} takes wherever the pacts come from. */
export interface VerifyProviderCommonOptions {
  /** The provider's address. An organization may be part of its path. */
  readonly baseUrl: string;
  /** The provider's name. `rebilly-customers-api` by default. */
  readonly provider?: string;
  /** Who brings the provider states about: `emulatorStates({ url })`, `apiStates(client)`, or your own handlers by the name of the state. */
  readonly states: StateArranger | StateHandlers;
  /** Who brings states of your own about, those of `also`: `stateHandler(state, handle)` for each. */
  readonly ownStates?: readonly OwnStateHandler[];
  /** The key or token, by kind, of every interaction whose state gives none. */
  readonly credentials?: Readonly<Partial<Record<CredentialKind, string>>>;
  /** How long a request to the provider may take, in milliseconds. 30,000 by default. */
  readonly timeout?: number;
}

/**
 * Verifies that the provider honours the pacts, with Pact's own verifier.
 *
 * @returns what was found about each interaction, when none of them failed.
 * @throws {VerificationError} when one failed; `verification` of the error has all of them. A provider state that is
 *   missing or that throws fails its interactions, by name. Also when nothing answers at `baseUrl`.
 */
export async function verifyProvider(options: VerifyProviderOptions): Promise<Verification> {
  // A file of its own: the tests of a consumer never load it.
  const { runVerification } = await import('./run-verification.ts');
  return runVerification(options);
}
