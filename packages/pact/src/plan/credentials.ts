import { placeholders } from '@customer-contracts/pact-files/internal';
import { type OperationId, operations, type SecurityScheme } from '@customer-contracts/schemas';

import type { MatchedText } from '../contract/interaction-definition.ts';

/** The API's own name of each kind of credential. */
const schemes = { apiKey: 'SecretApiKey', jwt: 'JWT', applicationJwt: 'ApplicationJWT' } as const satisfies Record<
  string,
  SecurityScheme
>;

/** A kind of credential: a secret key, the token of a user's session, or that of an application. */
export type CredentialKind = keyof typeof schemes;

/** The kinds of credential that an operation accepts. */
export type CredentialKindOf<Id extends OperationId> = {
  [Kind in CredentialKind]: (typeof schemes)[Kind] extends (typeof operations)[Id]['security'][number] ? Kind : never;
}[CredentialKind];

/** Whether an operation accepts a kind of credential. */
export function acceptsCredential(operationId: OperationId, kind: CredentialKind): boolean {
  return operations[operationId].security.some((scheme) => scheme === schemes[kind]);
}

/** What a test gets to authenticate its client with. */
export function secretsFor(kind: CredentialKind): { readonly apiKey: string; readonly token: string } {
  return { apiKey: placeholders.apiKey, token: placeholders[kind === 'apiKey' ? 'jwt' : kind] };
}

/** The header that carries it: exactly the placeholder from the consumer, the state's own secret to the provider. */
export function credentialHeader(kind: CredentialKind): readonly [string, MatchedText] {
  const placeholder = placeholders[kind];
  const fromState = `\${${kind}}`;
  if (kind === 'apiKey') return ['REB-APIKEY', { example: placeholder, pattern: `^${placeholder}$`, fromState }];
  const pattern = `^[Bb]earer ${placeholder}$`;
  return ['Authorization', { example: `Bearer ${placeholder}`, pattern, fromState: `Bearer ${fromState}` }];
}
