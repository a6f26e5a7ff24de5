import type { RawMatcher, Variant } from '@customer-contracts/pact-files/internal';
import type {
  CredentialKindOf,
  OperationId,
  ProviderStateName,
  GivenStateParameters,
  ResponseHeaders,
  Status,
} from '@customer-contracts/schemas';
import type * as z from 'zod';

import type { PactJsMatcher } from '../contract/pact-js-matcher.ts';
import type { OwnState } from '../plan/own-state.ts';
import type { ReaderInput, ReaderSchema } from '../reader/reader-schema.ts';
import type { ClosedList, Refusal } from '../reader/refusal.ts';
import type { TestFunction } from './as-test-function.ts';
import type { FlowPart } from './flow-types.ts';
import type { Example, ReadableBody, WireBody } from './interaction-types.ts';

/** What the callback of a test gets. */
export interface InteractionTest<Response, Read> {
  /** Where the mock of the provider listens, without a slash at the end. Give it to your client as the API's address. */
  readonly baseUrl: string;
  /** The key that your client must send as `REB-APIKEY`, unless `auth` says otherwise. It opens nothing. */
  readonly apiKey: string;
  /** The token that your client must send as `Authorization: Bearer` where `auth` says so. It opens nothing. */
  readonly token: string;
  /** What your schema makes of the answer; the answer itself where there is no schema. */
  readonly example: Read;
  /** The answer as it goes over the wire: the members that your schema names. */
  readonly response: Response;
  /** Which of the answers this is. The callback runs once for each. */
  readonly variant: Variant;
}

/**
 * An interaction of a consumer with the API. Immutable: each call returns a new one.
 *
 * `S` is the status, `never` as long as PUT customer has not said 200 or 201; `Schema` what the consumer reads, `Allowed` the members that
 * it reads although the API doesn't document them, or closes although the API may add to them.
 */
export interface Interaction<
  Id extends OperationId,
  S extends Status<Id>,
  Schema extends ReaderSchema | undefined = undefined,
  Allowed extends string = never,
> extends FlowPart {
  /** @internal Types only; there is no such property. */
  readonly '~types'?: { readonly example: Example<Id, S, Schema>; readonly response: WireBody<Id, S> };
  /** The status that is answered. Only documented ones compile. Without it: the operation's status of success. */
  respondsWith<Next extends Status<Id>>(status: Next): Interaction<Id, Next, Schema, Allowed>;
  /**
   * What your client authenticates with: `apiKey` unless you say so; `jwt`, the token of a user's session; `applicationJwt`,
   * that of an application. Only what the operation accepts compiles. The provider state gives the real one by that name.
   */
  auth(kind: CredentialKindOf<Id>): Interaction<Id, S, Schema, Allowed>;
  /**
   * What your code reads of the answer: any Standard Schema with JSON Schema. Of a collection: the schema of one
   * customer. The contract asks for the members that it names, as it names them, and for nothing else.
   *
   * The test fails with a `ReaderError` when the API may answer something that the schema refuses.
   */
  reads<Read extends ReaderSchema>(
    schema: Read & Refusal<ReadableBody<Id, S>, ReaderInput<NoInfer<Read>>, Allowed>,
  ): Interaction<Id, S, Read, Allowed>;
  /** The documented headers that your code reads of the answer; several calls add. */
  readsHeaders(...names: readonly (keyof ResponseHeaders<Id, S> & string)[]): Interaction<Id, S, Schema, Allowed>;
  /**
   * A provider state of your choice instead of the one that brings the answer about; several calls, several states. Parameters
   * that have a default, such as `view`, may be left out. The test then runs once, against the answer of the first of them that has it.
   */
  given<Name extends ProviderStateName>(
    name: Name,
    parameters: GivenStateParameters<Name>,
  ): Interaction<Id, S, Schema, Allowed>;
  /** A description of your own instead of the sentence that is made from operation, status and members. */
  as(description: string): Interaction<Id, S, Schema, Allowed>;
  /** Runs the test against one of the answers only. */
  only(variant: Variant): Interaction<Id, S, Schema, Allowed>;
  /** Lets the schema name a member that the API doesn't document, by path; the mock answers the example there, if any. */
  allow<Path extends string>(path: Path, example?: unknown): Interaction<Id, S, Schema, Allowed | Path>;
  /**
   * Lets the schema take one of the API's own lists for complete, by path: `closed('tags[].type', 'the list is ours')`. A value
   * that the API adds then breaks the reader, and the reason stands as a comment in the pact. Before `reads`.
   */
  closed<Path extends string>(path: Path, reason: string): Interaction<Id, S, Schema, Allowed | ClosedList<Path>>;
  /** Refuses a schema that requires a member that the API may leave out, even if the provider state makes it come. */
  strict(): Interaction<Id, S, Schema, Allowed>;
  /** A provider state of your own, beside those of the catalogue; `ownState` makes one. Its parameters are checked. */
  also<State extends z.ZodObject>(
    state: OwnState<State>,
    parameters: z.input<State>,
  ): Interaction<Id, S, Schema, Allowed>;
  /**
   * Pact matchers of your own for one member that the schema reads, instead of those made from it; all of them must fit:
   * `matches('email', { match: 'regex', regex: '^.+@example\\.com$' })`, or in the words of pact-js,
   * `matches('email', MatchersV3.regex('^.+@example\\.com$', 'ada@example.com'))`. Where the member is null or absent, it stays so.
   * `$` is the body itself: `matches('$', { match: 'type', min: 2 })` of a collection.
   */
  matches(path: string, ...matchers: readonly (RawMatcher | PactJsMatcher)[]): Interaction<Id, S, Schema, Allowed>;
  /** Marks the interaction as pending: a provider that doesn't honour it yet fails no verification. */
  pending(): Interaction<Id, S, Schema, Allowed>;
  /** A comment for whoever reads the pact; several calls, several comments. */
  comment(text: string): Interaction<Id, S, Schema, Allowed>;
  /** The name of the test, which Pact's verifier shows. */
  testName(name: string): Interaction<Id, S, Schema, Allowed>;
  /**
   * The test, to hand to `it`: `it('shows the customer', interaction.test(async ({ baseUrl, apiKey }) => { ... }))`.
   * The callback runs once per variant, each time against a mock server of its own.
   */
  test(
    run: [S] extends [never]
      ? StatusMissing
      : (test: InteractionTest<WireBody<Id, S>, Example<Id, S, Schema>>) => unknown,
  ): TestFunction;
}

/** What TypeScript says when a PUT of a customer doesn't say whether it replaces or creates. */
export interface StatusMissing {
  readonly 'Say respondsWith(200), the customer exists, or respondsWith(201), it does not, before test': never;
}
