import { pactJsDirectory } from '@customer-contracts/pact';

import type { It } from './consumer.ts';
import { contractTests as plainContractTests } from './stock-contract-tests.ts';

/** The same contract test for each id, with plain pact-js in a place of its own. */
export function contractTests(it: It, ids: readonly string[]): void {
  plainContractTests(it, ids, pactJsDirectory());
}
