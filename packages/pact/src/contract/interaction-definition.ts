import { createHash } from 'node:crypto';

import { type Variant, canonicalJson } from '@customer-contracts/pact-files/internal';
import type { Cell } from '@customer-contracts/schemas';

import type { OverriddenRules } from './override-rules.ts';

/** A text that must fit a pattern, and that the verifier may replace by a value of the provider state. */
export interface MatchedText {
  /** The text that stands in the pact. */
  readonly example: string;
  /** The regular expression, in Oniguruma's dialect, that the whole text must fit. */
  readonly pattern: string;
  /** What the verifier sends in its place, such as `${apiKey}`; absent where it sends the example. */
  readonly fromState?: string;
}

/** What the consumer must send. */
export interface RequestDefinition {
  readonly method: string;
  readonly path: MatchedText;
  /** Names and decoded values, in order. */
  readonly query: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, MatchedText>;
  /** The body, exactly; `undefined` where there is none. */
  readonly body: unknown;
}

/** What the provider must answer. */
export interface ResponseDefinition {
  readonly status: number;
  readonly headers: ReadonlyMap<string, MatchedText>;
  /** The body that the mock answers with; `undefined` where there is none. */
  readonly served: unknown;
  /** The body that stands in the pact; `undefined` where nothing is asked of it. */
  readonly written: unknown;
  readonly rules: OverriddenRules['rules'];
}

/** One interaction of a pact, complete: what Pact needs to know, and nothing else. */
export interface InteractionDefinition {
  readonly cell: Cell;
  readonly variant: Variant | undefined;
  readonly description: string;
  /** That of the catalogue first. */
  readonly states: readonly StateDefinition[];
  readonly request: RequestDefinition;
  readonly response: ResponseDefinition;
  readonly isPending: boolean;
  readonly comments: readonly string[];
  readonly testName: string | undefined;
}

/** A provider state, as it stands in the pact. */
export interface StateDefinition {
  readonly sentence: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The identity of an interaction inside its pact, as 16 hexadecimal digits: description and provider state. */
export function interactionKey({ description, states }: Pick<InteractionDefinition, 'description' | 'states'>): string {
  return createHash('sha256')
    .update(canonicalJson([description, states]))
    .digest('hex')
    .slice(0, 16);
}
