import { operations } from '@customer-contracts/schemas';

import { escapeRegex } from './escape-regex.ts';
import { credentialHeader } from '../plan/credentials.ts';
import type { MatchedText, RequestDefinition } from './interaction-definition.ts';
import type { InteractionPlan } from '../plan/interaction-plan.ts';

const jsonContent: MatchedText = { example: 'application/json', pattern: '^application/json(\\s*;.*)?$' };

/** What the consumer must send, from what was said about the call. */
export function defineRequest({ operationId, call, credential }: InteractionPlan): RequestDefinition {
  const { method, path, query, body } = operations[operationId];
  const names = Object.keys(query.shape).filter((name) => call[name] !== undefined);
  return {
    method,
    path: definePath(path, call),
    query: new Map(names.map((name) => [name, formatQueryValue(call[name])])),
    headers: new Map([
      credentialHeader(credential),
      ...(body === undefined ? [] : [['Content-Type', jsonContent] as const]),
    ]),
    body: body === undefined ? undefined : call['body'],
  };
}

/**
 * Exactly this path, with and without an organization in front. The collection may end with a slash when something is
 * posted to it, as the official SDK does.
 */
function definePath(template: string, call: Readonly<Record<string, unknown>>): MatchedText {
  const example = template.replace(/\{(\w+)\}/g, (_, name: string) => String(call[name]));
  const slash = template === '/customers' ? '/?' : '';
  // Of the characters that an id may have, clients encode these two or leave them as they are.
  const encoded = escapeRegex(example).replaceAll('@', '(@|%40)').replaceAll('~', '(~|%7[Ee])');
  const pattern = `^(/organizations/[^/]+)?${encoded}${slash}$`;
  return template.includes('{')
    ? { example, pattern, fromState: template.replaceAll('{', '${') }
    : { example, pattern };
}

function formatQueryValue(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}
