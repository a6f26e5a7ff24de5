import type { InteractionDefinition } from '../contract/interaction-definition.ts';
import { responseHeaders } from '../contract/response-headers.ts';
import type { MutatedPart } from './mutated-part.ts';

/** An answer as it goes over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined` where there is none. */
  readonly body: string | undefined;
}

/** A request that is expected, and what it is answered with. */
export interface Exchange {
  readonly request: InteractionDefinition['request'];
  readonly answer: Answer;
}

/** The documented answer of an interaction with this body. */
export function answerWith({ interaction }: MutatedPart, body: unknown): Answer {
  const headers = [...responseHeaders(interaction, body)].map(([name, { example }]) => [name, example] as const);
  return {
    status: interaction.status,
    headers: Object.fromEntries(headers),
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}
