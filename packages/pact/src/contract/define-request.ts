import { placeholders } from '@customer-contracts/pact-files/internal';
import { type CredentialKind, formatCredential, type Operation } from '@customer-contracts/schemas';

import type { ResolvedInteraction } from '../plan/resolve-interaction.ts';
import type { MatchedText, RequestDefinition } from './interaction-definition.ts';
import { escapeRegex } from './matching-rule.ts';

const jsonContent: MatchedText = { example: 'application/json', pattern: '^application/json(\\s*;.*)?$' };

/** What the consumer must send, from what was said about the call. */
export function defineRequest({ operation, call, credential }: ResolvedInteraction): RequestDefinition {
  const { method, query, body } = operation;
  const names = Object.keys(query.shape).filter((name) => call[name] !== undefined);
  return {
    method,
    path: definePath(operation, call),
    query: new Map(names.map((name) => [name, formatQueryValue(call[name])])),
    headers: new Map([
      credentialHeader(credential),
      ...(body === undefined ? [] : [['Content-Type', jsonContent] as const]),
    ]),
    body: body === undefined ? undefined : call['body'],
  };
}

/** The header that carries a credential: exactly the placeholder from the consumer, the state's own secret to the provider. */
function credentialHeader(kind: CredentialKind): readonly [string, MatchedText] {
  const [name, example] = formatCredential(kind, placeholders[kind]);
  const [, fromState] = formatCredential(kind, `\${${kind}}`);
  // The name of a scheme is without regard to case (RFC 9110, 11.1).
  return [name, { example, pattern: `^${example.replace(/^Bearer /, '[Bb]earer ')}$`, fromState }];
}

/** Exactly this path, with and without an organization in front, and with a slash at the end where the table allows one. */
function definePath({ path, allowsTrailingSlash }: Operation, call: Readonly<Record<string, unknown>>): MatchedText {
  const example = path.replace(/\{(\w+)\}/g, (_, name: string) => String(call[name]));
  // Of the characters that an id may have, clients encode these two or leave them as they are.
  const encoded = escapeRegex(example).replaceAll('@', '(@|%40)').replaceAll('~', '(~|%7[Ee])');
  const pattern = `^(/organizations/[^/]+)?${encoded}${allowsTrailingSlash ? '/?' : ''}$`;
  return path.includes('{') ? { example, pattern, fromState: path.replaceAll('{', '${') } : { example, pattern };
}

function formatQueryValue(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}
