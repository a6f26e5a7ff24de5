import type { SecurityScheme } from '@customer-contracts/schemas';

/**
 * One way to prove who one is. A user's token and an application's look the same on the wire, so the emulator has to be
 * told which is which.
 */
export interface Credential {
  /** `apiKey` comes in `REB-APIKEY`, both tokens in `Authorization: Bearer`. Applications may only read customers. */
  readonly kind: 'apiKey' | 'jwt' | 'applicationJwt';
  readonly secret: string;
  /** The organizations that it may use, the default one first. With none, it is known and may do nothing. */
  readonly organizations: readonly string[];
}

/** Every kind of credential. */
export const kinds = ['apiKey', 'jwt', 'applicationJwt'] as const satisfies readonly Credential['kind'][];

/** The API's own name of each kind of credential. */
export const schemeOf: Readonly<Record<Credential['kind'], SecurityScheme>> = {
  apiKey: 'SecretApiKey',
  jwt: 'JWT',
  applicationJwt: 'ApplicationJWT',
};
