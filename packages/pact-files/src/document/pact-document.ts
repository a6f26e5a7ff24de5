import type { Variant } from './variant.ts';

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** A pact, in one form whatever version of the specification its file has. */
export interface PactDocument {
  /** Where it was read: the path of the file, or its address without credentials. */
  readonly file: string;
  /** What was read there, by which findings get their lines. Not enumerable, so a copy by `...` has none, and its lines are 1. */
  readonly text?: string | undefined;
  /** The consumer's name. */
  readonly consumer: string;
  /** The provider's name. */
  readonly provider: string;
  /** The interactions over HTTP, in the order of the file. */
  readonly interactions: readonly HttpInteraction[];
  /** How many messages stand beside them; nothing here is about them. */
  readonly messages: number;
}

/** An interaction over HTTP. */
export interface HttpInteraction {
  readonly description: string;
  /** The key, which version 4 may have. */
  readonly key?: string | undefined;
  /** The name that a broker gives it. */
  readonly id?: string | undefined;
  /** Where it stands in the file's list of interactions, from 0; messages count. */
  readonly position: number;
  readonly states: readonly InteractionState[];
  /** Whether it may fail without failing a verification. */
  readonly isPending: boolean;
  /** The variant of an interaction that this package wrote. */
  readonly variant: Variant | undefined;
  readonly request: InteractionRequest;
  readonly response: InteractionResponse;
}

/** A provider state that an interaction needs. */
export interface InteractionState {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What both directions have. */
export interface InteractionMessage {
  /** The headers, with names as they were written. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body: what its JSON says, or its text where it isn't JSON; `undefined` where there is none. */
  readonly body: unknown;
  readonly rules: readonly PactRule[];
  readonly generators: readonly PactGenerator[];
}

/** An interaction, and its JSON, which holds what the one form of all versions has no member for. */
export interface WrittenInteraction extends HttpInteraction {
  readonly json: Json;
}

/** A pact, and its JSON. */
export interface WrittenPact extends PactDocument {
  readonly interactions: readonly WrittenInteraction[];
  readonly json: Json;
}

/** What the consumer sends. */
export interface InteractionRequest extends InteractionMessage {
  /** In capital letters. */
  readonly method: string;
  readonly path: string;
  /** The decoded values of each parameter. */
  readonly query: Readonly<Record<string, readonly string[]>>;
}

/** What the provider answers. */
export interface InteractionResponse extends InteractionMessage {
  readonly status: number;
}

/** The part of a request or response that a rule or generator is about. */
export type MessagePart = 'path' | 'query' | 'headers' | 'body' | 'status';

/** A place in a body: names of members and indices of elements; `*` is any of them. */
export type BodyPath = readonly (string | number)[];

/** A matching rule: what stands at one place of a message must fit all of its matchers, or one of them. */
export interface PactRule {
  readonly part: MessagePart;
  /** The name of the header or parameter, the path expression of the place in a body (`$.tags[*].name`), or nothing. */
  readonly name: string;
  /** The place in a body; empty for other parts. */
  readonly place: BodyPath;
  readonly combine: 'AND' | 'OR';
  readonly matchers: readonly RawMatcher[];
}

/** What puts another value in the place of an example when the pact is verified. */
export interface PactGenerator {
  readonly part: MessagePart;
  /** As in {@link PactRule}. */
  readonly name: string;
  /** The generator's name in Pact's specification: `RandomInt`, `ProviderState`. */
  readonly type: string;
  /** As it stands in the file: `{ type: 'RandomInt', min: 0, max: 10 }`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A matcher as it stands in a pact file, version 4: `{ match: 'regex', regex: '^cus_' }`. */
export interface RawMatcher {
  /** The name of the matcher in Pact's specification. */
  readonly match: string;
  readonly [setting: string]: unknown;
}
