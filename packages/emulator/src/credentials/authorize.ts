import { acceptsCredential, credentialSchemes, type OperationId, operations } from '@customer-contracts/schemas';

import type { Incoming } from '../http/incoming.ts';
import { Refusal } from '../http/refusal.ts';
import type { Credential } from './credential.ts';

/**
 * The organization that a request is for: the path's; without one, the deprecated header's, else the first of the
 * credential (docs/api-decisions.md#q33).
 *
 * @throws {Refusal} with 403 when the credential is not for it.
 */
export function organizationOf(request: Incoming, { organizations }: Credential, ofPath?: string): string {
  const organizationId = ofPath ?? (request.header('organization-id') || organizations[0]);
  if (organizationId !== undefined && organizations.includes(organizationId)) return organizationId;
  throw new Refusal(403, 'The credentials are not for this organization.');
}

/**
 * Checks that the operation takes credentials of this kind.
 *
 * @throws {Refusal} with 403 when it doesn't.
 */
export function checkScheme({ kind }: Credential, operationId: OperationId): void {
  if (acceptsCredential(operationId, kind)) return;
  const accepted = operations[operationId].security.join(' or ');
  throw new Refusal(403, `The operation takes ${accepted}, and the credentials are ${credentialSchemes[kind]}.`);
}
