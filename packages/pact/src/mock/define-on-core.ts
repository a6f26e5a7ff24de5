import type { ConsumerInteraction, ConsumerPact } from '@pact-foundation/pact-core';

import type { InteractionDefinition, MatchedText } from '../contract/interaction-definition.ts';

/** Whether the mock's answers are meant, or what the contract says about them. */
export type Purpose = 'mock' | 'contract';

/** Tells Pact's core about an interaction. */
export function defineOnCore(pact: ConsumerPact, definition: InteractionDefinition, purpose: Purpose): void {
  const { description, states, request, response } = definition;
  const interaction = pact.newInteraction(description);
  for (const { sentence, parameters } of states) interaction.givenWithParams(sentence, JSON.stringify(parameters));
  interaction.withRequest(request.method, matched(request.path));
  for (const [name, text] of request.headers) interaction.withRequestHeader(name, 0, matched(text));
  for (const [name, value] of request.query) interaction.withQuery(name, 0, value);
  if (request.body !== undefined) interaction.withRequestBody(JSON.stringify(request.body), 'application/json');
  interaction.withStatus(response.status);
  for (const [name, text] of response.headers) interaction.withResponseHeader(name, 0, matched(text));
  if (purpose === 'mock') exposeHeaders(interaction, response);
  defineBody(interaction, response, purpose);
}

/** A page of another origin reads of the headers those that the answer names: the core names two of its own. */
function exposeHeaders(interaction: ConsumerInteraction, { headers }: InteractionDefinition['response']): void {
  const names = [...headers.keys()].join(', ');
  if (names !== '') interaction.withResponseHeader('Access-Control-Expose-Headers', 0, names);
}

function defineBody(
  interaction: ConsumerInteraction,
  { served, written, rules }: InteractionDefinition['response'],
  purpose: Purpose,
): void {
  const body = purpose === 'mock' ? served : written;
  if (body === undefined) return;
  interaction.withResponseBody(JSON.stringify(body), 'application/json');
  if (purpose === 'contract') interaction.withResponseMatchingRules(JSON.stringify({ body: rules }));
}

/** Pact's integration JSON: the example, the pattern, and the generator side by side. */
function matched({ example, pattern, fromState }: MatchedText): string {
  return JSON.stringify({
    'pact:matcher:type': 'regex',
    regex: pattern,
    value: example,
    ...(fromState === undefined ? {} : { 'pact:generator:type': 'ProviderState', expression: fromState }),
  });
}
