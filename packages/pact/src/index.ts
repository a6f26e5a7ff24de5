// The contract of a consumer
export { customersPact, type CustomersPact, type InteractionStarts } from './interaction/customers-pact.ts';
export type { CustomersPactOptions } from './plan/pact-identity.ts';
export type { CredentialKind, CredentialKindOf } from '@customer-contracts/schemas';
export type { Flow, FlowPart, FlowTest } from './interaction/flow-types.ts';
export type { Interaction, InteractionTest } from './interaction/interaction.ts';
export type { InvalidInteraction, InvalidInteractionStart } from './interaction/invalid-interaction.ts';
export { ownState, type OwnState } from './plan/own-state.ts';
export { rawFilter, type RawFilter } from '@customer-contracts/schemas';
export type { RawMatcher, Variant } from '@customer-contracts/pact-files/internal';
export type { TestFunction } from './interaction/as-test-function.ts';
export type { ReaderSchema } from './reader/reader-schema.ts';

// Beside plain pact-js
export type { PactJsMatcher } from './contract/pact-js-matcher.ts';
export { pactJsDirectory, type PactJsDirectoryOptions } from './shards/pact-js-directory.ts';

// What can go wrong
export { isPactError, PactError, PactOptionError } from '@customer-contracts/pact-files/internal';
export { DocumentError } from './plan/document-of-run.ts';
export { InteractionError } from './plan/interaction-error.ts';
export { MismatchError, type Mismatch } from './mock/mismatch-error.ts';
export { ReaderError } from './reader/reader-error.ts';
export { SecretError } from './contract/secret-error.ts';
export { MergeError } from './shards/merge-error.ts';

// What tests leave behind, merged by hand
export { mergeShards, type MergedPact, type MergeShardsOptions } from './shards/merge-shards.ts';
export { readShards } from './shards/read-shards.ts';
export type { Shard } from './shards/shard.ts';
