import { credentialSchemes, securitySchemes } from '@customer-contracts/schemas';

import type { Incoming } from '../http/incoming.ts';
import { Refusal } from '../http/refusal.ts';
import type { Credential } from './credential.ts';

const keyHeader = securitySchemes.SecretApiKey.name;
const bearer = /^bearer[ \t]+(\S+)[ \t]*$/i;

/** The credentials that are known. */
export class KeyRing {
  readonly #keys = new Map<string, Credential>();
  readonly #tokens = new Map<string, Credential>();

  constructor(credentials: Iterable<Credential>) {
    for (const credential of credentials) this.add(credential);
  }

  add(credential: Credential): void {
    this.#secretsOf(credential).set(credential.secret, credential);
  }

  delete(credential: Credential): void {
    this.#secretsOf(credential).delete(credential.secret);
  }

  *[Symbol.iterator](): Generator<Credential> {
    yield* this.#keys.values();
    yield* this.#tokens.values();
  }

  /**
   * The credential that a request carries. A known key wins over a token; a bearer header without a token, as the Ruby SDK
   * sends it, counts as none.
   *
   * @throws {Refusal} with 401 when there is none, or none that is known.
   */
  of(request: Incoming): Credential {
    const key = request.header(keyHeader.toLowerCase());
    const token = bearer.exec(request.header('authorization') ?? '')?.[1];
    const credential =
      (key === undefined ? undefined : this.#keys.get(key)) ??
      (token === undefined ? undefined : this.#tokens.get(token));
    if (credential !== undefined) return credential;
    throw new Refusal(
      401,
      key === undefined && token === undefined
        ? `The request has no credentials. Send a key in ${keyHeader} or a token in Authorization: Bearer.`
        : 'The credentials of the request are not known.',
    );
  }

  #secretsOf({ kind }: Credential): Map<string, Credential> {
    const { type } = securitySchemes[credentialSchemes[kind]];
    switch (type) {
      case 'apiKey':
        return this.#keys;
      case 'http':
        return this.#tokens;
      default:
        return type satisfies never;
    }
  }
}
