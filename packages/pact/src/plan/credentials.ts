import { placeholders } from '@customer-contracts/pact-files/internal';
import type { CredentialKind } from '@customer-contracts/schemas';

/** What a test gets to authenticate its client with. */
export function secretsFor(kind: CredentialKind): { readonly apiKey: string; readonly token: string } {
  return { apiKey: placeholders.apiKey, token: placeholders[kind === 'apiKey' ? 'jwt' : kind] };
}
