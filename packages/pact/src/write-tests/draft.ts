import type { RawMatcher } from '@customer-contracts/pact-files/internal';
import type { CredentialKind, OperationId } from '@customer-contracts/schemas';
import * as z from 'zod';

import { startPlan } from '../interaction/customers-pact.ts';
import type { InteractionPlan, PlannedState } from '../plan/interaction-plan.ts';
import { ownState } from '../plan/own-state.ts';
import type { PactIdentity } from '../plan/pact-identity.ts';
import { type Reading, schemaOf } from './reading.ts';

/** A test that is to be written, as data: a plan of the harness is made of it, and its code. */
export interface Draft {
  readonly operationId: OperationId;
  readonly call: InteractionPlan['call'];
  readonly status: number;
  readonly credential: CredentialKind;
  /** The description; `undefined` where the harness makes one. */
  readonly description: string | undefined;
  /** What is read of the body: of a collection, of one of its elements. */
  readonly reading: Reading | undefined;
  readonly headers: readonly string[];
  readonly given: readonly PlannedState[];
  /** States that the catalogue doesn't have. */
  readonly ownStates: readonly { readonly sentence: string; readonly parameters: Parameters }[];
  readonly allowed: ReadonlyMap<string, unknown>;
  readonly matchers: ReadonlyMap<string, readonly RawMatcher[]>;
  readonly isPending: boolean;
}

type Parameters = Readonly<Record<string, unknown>>;

/** A test, or why there is none. */
export interface WrittenTest {
  /** Where it comes from: `billing-web.json, interaction 3`. */
  readonly origin: string;
  /** What it is about, in its source's own words. */
  readonly title: string;
  /** `undefined` where nothing can be tested: the first remark says why. */
  readonly draft: Draft | undefined;
  /** What the source says and the test doesn't, in whole sentences. */
  readonly remarks: readonly string[];
}

/** The tests of one consumer. */
export interface ConsumerTests {
  readonly consumer: string;
  readonly provider: string;
  /** The organization's own fields that they read, each with an example. */
  readonly customFields: Parameters;
  readonly tests: readonly WrittenTest[];
}

/** What the code of a draft says to the harness. */
export function planOf(draft: Draft, identity: PactIdentity): InteractionPlan {
  const { operationId, call, reading, ownStates, ...said } = draft;
  return {
    ...startPlan(identity, operationId, call),
    ...said,
    schema: reading && schemaOf(reading),
    ownStates: ownStates.map(({ sentence, parameters }) => ({
      state: ownState(sentence, z.looseObject({})),
      parameters,
    })),
  };
}
