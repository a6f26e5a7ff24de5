import type { OperationId, ProviderStateName } from '@customer-contracts/schemas';

import type { ReaderSchema } from '../reader/reader-schema.ts';
import type { CredentialKind } from './credentials.ts';
import type { PactIdentity } from './pact-identity.ts';
import type { Variant } from './variant.ts';

/** A provider state by name, with its parameters. */
export interface PlannedState {
  /** The name in the catalogue. */
  readonly name: ProviderStateName;
  /** The parameters, already parsed. */
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
  readonly state: PlannedState | undefined;
  readonly description: string | undefined;
  readonly only: Variant | undefined;
  /** Members that the API doesn't document, by path, each with what the mock answers there. */
  readonly allowed: ReadonlyMap<string, unknown>;
  readonly isStrict: boolean;
}
