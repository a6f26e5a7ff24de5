import type { BrokerAddress } from '@customer-contracts/pact-files/internal';
import type { VerifierOptions } from '@pact-foundation/pact-core';

/**
 * A Pact Broker, which pacts of it are meant, and whether the results go back to it. `{}` is the broker and the
 * credentials of the environment.
 */
export interface BrokerOptions extends BrokerAddress {
  /**
   * Which consumer versions: the broker's own selectors. By default those of the main branch, of the branch of the same name
   * as `branch`, and whatever is deployed or released.
   */
  readonly consumerVersionSelectors?: NonNullable<VerifierOptions['consumerVersionSelectors']>;
  /** Whether a pact that this provider never honoured may fail without failing the verification. Needs `branch`. */
  readonly isPendingEnabled?: boolean;
  /** The provider's version. Where it is given, the results are published. */
  readonly version?: string;
  /** The branch of that version. */
  readonly branch?: string;
  /** The page of the build, for the broker's users. */
  readonly buildUrl?: string;
}

/** The selectors of a verification. */
export function selectorsOf({
  consumerVersionSelectors,
  branch,
}: BrokerOptions): NonNullable<VerifierOptions['consumerVersionSelectors']> {
  const sameBranch = branch === undefined ? [] : [{ matchingBranch: true }];
  return consumerVersionSelectors ?? [{ mainBranch: true }, ...sameBranch, { deployedOrReleased: true }];
}
