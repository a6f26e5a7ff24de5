import type { OperationId } from './operation-types.ts';
import { operations } from './operations.ts';
import { type SecurityScheme, securitySchemes } from './security-schemes.ts';

/**
 * The kinds of credential by the names that this toolkit gives them, each with the security scheme of the API's document: a
 * secret key, the token of a user's session, and that of an application.
 */
export const credentialSchemes = {
  apiKey: 'SecretApiKey',
  jwt: 'JWT',
  applicationJwt: 'ApplicationJWT',
} as const satisfies Record<string, SecurityScheme>;

/** A kind of credential. */
export type CredentialKind = keyof typeof credentialSchemes;

/** Every kind of credential. */
export const credentialKinds: readonly CredentialKind[] = /* @__PURE__ */ readKinds();

function readKinds(): readonly CredentialKind[] {
  return Object.keys(credentialSchemes).filter(isCredentialKind);
}

/** Whether a text is a kind of credential. */
export function isCredentialKind(value: string): value is CredentialKind {
  return Object.hasOwn(credentialSchemes, value);
}

/** The kinds of credential that an operation accepts. */
export type CredentialKindOf<Id extends OperationId> = {
  [Kind in CredentialKind]: (typeof credentialSchemes)[Kind] extends (typeof operations)[Id]['security'][number]
    ? Kind
    : never;
}[CredentialKind];

/** Whether an operation accepts a kind of credential. */
export function acceptsCredential(operationId: OperationId, kind: CredentialKind): boolean {
  return operations[operationId].security.some((scheme) => scheme === credentialSchemes[kind]);
}

/** The header that carries a credential: `['REB-APIKEY', secret]` for a key, `['Authorization', 'Bearer …']` for a token. */
export function formatCredential(kind: CredentialKind, secret: string): readonly [name: string, value: string] {
  const scheme = securitySchemes[credentialSchemes[kind]];
  switch (scheme.type) {
    case 'apiKey':
      return [scheme.name, secret];
    case 'http':
      return ['Authorization', `Bearer ${secret}`];
    default:
      return scheme satisfies never;
  }
}
