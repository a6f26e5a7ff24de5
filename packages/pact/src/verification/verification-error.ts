import { PactError, type Verification } from '@customer-contracts/pact-files/internal';

/** The provider does not honour a pact, or the verification could not run. */
export class VerificationError extends PactError {
  override name = 'VerificationError';
  /** What was found; empty when the verification could not run. */
  readonly verification: Verification;

  /** @internal */
  constructor(message: string, verification: Verification = { interactions: [] }, options?: ErrorOptions) {
    super(message, options);
    this.verification = verification;
  }
}
