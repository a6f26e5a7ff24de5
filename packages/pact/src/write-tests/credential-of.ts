import { acceptsCredential, type CredentialKind, type OperationId } from '@customer-contracts/schemas';

/** The credential that a request with these headers is sent with; an API key where the operation takes no token. */
export function credentialOf(headers: Iterable<string>, operationId: OperationId): CredentialKind {
  const names = new Set([...headers].map((name) => name.toLowerCase()));
  const isToken = names.has('authorization') && !names.has('reb-apikey');
  return isToken && acceptsCredential(operationId, 'jwt') ? 'jwt' : 'apiKey';
}
