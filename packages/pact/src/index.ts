// The contract of a consumer
export {
  customersPact,
  type CustomersPact,
  type CustomersPactOptions,
  type InteractionStarts,
} from './customers-pact.ts';
export type { CredentialKind, CredentialKindOf } from './interaction/credentials.ts';
export type { Flow, FlowPart, FlowTest } from './interaction/flow-types.ts';
export type { Interaction, InteractionTest } from './interaction/interaction.ts';
export type { InvalidInteraction, InvalidInteractionStart } from './interaction/invalid-interaction.ts';
export { ownState, type OwnState } from './interaction/own-state.ts';
export type { RawMatcher } from './matchers/raw-matcher.ts';
export type { TestFunction } from './interaction/as-test-function.ts';
export type { Variant } from './interaction/variant.ts';
export type { ReaderSchema } from './reader/reader-schema.ts';

// What can go wrong
export { BrokerError } from './broker/broker-error.ts';
export { InteractionError } from './interaction/interaction-error.ts';
export { MismatchError, type Mismatch } from './mock/mismatch-error.ts';
export { isPactError, PactError } from './pact-error.ts';
export { ReaderError } from './reader/reader-error.ts';
export { SecretError } from './secrets/secret-error.ts';
export { MergeError } from './shards/merge-error.ts';

// Pact files
export { mergeShards, type MergedPact } from './shards/merge-shards.ts';
export { readShards } from './shards/read-shards.ts';
export { PactFile, PactInteraction } from './shards/pact-file.ts';

// The verification of a provider
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
export { UnarrangeableStateError } from './verification/unarrangeable-state-error.ts';
export { VerificationError } from './verification/verification-error.ts';
export type { Verification, VerifiedInteraction } from './verification/verification.ts';
export { verificationJUnit } from './verification/verification-junit.ts';
export { verificationTable } from './verification/verification-table.ts';
export {
  verifyProvider,
  type VerifyProviderCommonOptions,
  type VerifyProviderOptions,
} from './verification/verify-provider.ts';
export type { BrokerOptions } from './verification/broker-options.ts';

// Pact files of anybody, judged without a provider
export { lint, type LintOptions } from './lint/lint.ts';
export { githubAnnotations } from './lint/github-annotations.ts';
export { lintReport } from './lint/lint-report.ts';
export { lintRules } from './lint/lint-rules.ts';
export type { Finding, Severity } from './lint/finding.ts';
export type { LintRule } from './lint/lint-rule.ts';
export type { PactExample } from './lint/pact-example.ts';
export { parsePact } from './pact-files/parse-pact.ts';
export { PactFileError } from './pact-files/pact-file-error.ts';
export { readPacts, type ReadPactsOptions } from './pact-files/read-pacts.ts';
export { coverage, type CellCoverage } from './coverage/coverage.ts';
export { coverageMarkdown, coverageTable } from './coverage/coverage-table.ts';
export { diff, type ChangedInteraction, type DiffedInteraction, type PactDiff } from './diff/diff.ts';
export { diffReport } from './diff/diff-report.ts';
export type { Ask } from './diff/ask.ts';
export { usageMarkdown, usageTable } from './usage/usage-table.ts';
export { usage, type ConsumerUsage, type MemberUsage } from './usage/usage.ts';
export type { HttpInteraction, PactDocument } from './pact-files/pact-document.ts';
