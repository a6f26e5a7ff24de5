// The verification of a provider. Kept out of the package's main entry, which runs inside the tests of consumers.
export { verifyProvider } from './verification/verify-provider.ts';
export type {
  VerifyBrokerOptions,
  VerifyFilesOptions,
  VerifyProviderCommonOptions,
  VerifyProviderOptions,
} from './verification/verify-options.ts';
export type { Shard } from './verification/file-source.ts';
export type { BrokerOptions } from './verification/pact-source.ts';
export type { Answerer, LeftOut, Verification, VerifiedInteraction } from '@customer-contracts/pact-files/internal';

// Who brings provider states about
export { apiStates } from './verification/api-states.ts';
export { emulatorStates } from './verification/emulator-states.ts';
export {
  stateHandler,
  type OwnStateHandler,
  type StateArranger,
  type StateChange,
  type StateHandlers,
  type StateValues,
} from './verification/provider-state-handlers.ts';
export { ownState, type OwnState } from './plan/own-state.ts';

// Reports
export { verificationJUnit, verificationTable } from './verification/verification-report.ts';

// What can go wrong
export { BrokerError, isPactError, PactError, PactFileError } from '@customer-contracts/pact-files/internal';
export { UnarrangeableStateError } from './verification/unarrangeable-state-error.ts';
export { VerificationError } from './verification/verification-error.ts';
