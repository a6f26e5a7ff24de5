import type { CredentialKind } from '@customer-contracts/schemas';

/**
 * One way to prove who one is. A user's token and an application's look the same on the wire, so the emulator has to be
 * told which is which.
 */
export interface Credential {
  /** `apiKey` comes in `REB-APIKEY`, both tokens in `Authorization: Bearer`. Applications may only read customers. */
  readonly kind: CredentialKind;
  readonly secret: string;
  /** The organizations that it may use, the default one first. With none, it is known and may do nothing. */
  readonly organizations: readonly string[];
}
