import type { RawMatcher, Variant } from '@customer-contracts/pact-files/internal';
import type { CredentialKind, OperationId, ProviderStateName } from '@customer-contracts/schemas';

import type { PactJsMatcher } from '../contract/pact-js-matcher.ts';
import type { ReaderSchema } from '../reader/reader-schema.ts';
import type { OwnState } from './own-state.ts';
import type { PactIdentity } from './pact-identity.ts';

/** A provider state by name, with its parameters. */
export interface PlannedState {
  /** The name in the catalogue. */
  readonly name: ProviderStateName;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A state of the caller's own, with its parameters. */
export interface PlannedOwnState {
  readonly state: OwnState;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Everything that was said about an interaction, as data. Each call of the builder makes a new one. */
export interface InteractionPlan {
  readonly identity: PactIdentity;
  readonly operationId: OperationId;
  /** The path parameters, query and body, by name. */
  readonly call: Readonly<Record<string, unknown>>;
  /** The status; absent as long as PUT customer hasn't said which. */
  readonly status: number | undefined;
  /** What the client authenticates with. */
  readonly credential: CredentialKind;
  readonly schema: ReaderSchema | undefined;
  readonly headers: readonly string[];
  /** States of the catalogue that the caller chose, in order; none for the one that brings the answer about. */
  readonly given: readonly PlannedState[];
  /** States of the caller's own, beside those of the catalogue. */
  readonly ownStates: readonly PlannedOwnState[];
  readonly description: string | undefined;
  readonly only: Variant | undefined;
  /** Members that the API doesn't document, by path, each with what the mock answers there. */
  readonly allowed: ReadonlyMap<string, unknown>;
  /** Lists of the API that the reader takes for complete, by path, each with the reason. */
  readonly closed: ReadonlyMap<string, string>;
  readonly isStrict: boolean;
  /** Matchers of the caller's own, by the path of the member. */
  readonly matchers: ReadonlyMap<string, readonly (RawMatcher | PactJsMatcher)[]>;
  readonly isPending: boolean;
  readonly comments: readonly string[];
  readonly testName: string | undefined;
}
