import type { TestFunction } from './as-test-function.ts';

/** What a flow takes: interactions, whose types say what their answers are. */
export interface FlowPart {
  /** @internal Types only; there is no such property. */
  readonly '~types'?: { readonly example: unknown; readonly response: unknown };
}

/** What the callback of a flow gets. */
export interface FlowTest<Parts extends readonly FlowPart[]> {
  /** Where the mock of the provider listens: one server for all interactions of the flow. */
  readonly baseUrl: string;
  /** The key that your client must send as `REB-APIKEY`, unless `auth` says otherwise. It opens nothing. */
  readonly apiKey: string;
  /** The token that your client must send as `Authorization: Bearer` where `auth` says so. It opens nothing. */
  readonly token: string;
  /** What the schemas make of the answers, in the order of the interactions. */
  readonly examples: { readonly [Index in keyof Parts]: TypesOf<Parts[Index]>['example'] };
  /** The answers as they go over the wire, in the order of the interactions. */
  readonly responses: { readonly [Index in keyof Parts]: TypesOf<Parts[Index]>['response'] };
}

type TypesOf<Part> = Part extends { readonly '~types'?: infer Types } ? NonNullable<Types> : never;

/** Several interactions that belong together: a read that finds nothing, and the write that follows, say. */
export interface Flow<Parts extends readonly FlowPart[]> {
  /** The test, to hand to `it`. The callback runs once; each interaction must happen, in whatever order. */
  test(run: (test: FlowTest<Parts>) => unknown): TestFunction;
}
