import type { Clock } from '../clock.ts';
import type { Credential } from '../credentials/credential.ts';
import type { KeyRing } from '../credentials/key-ring.ts';
import type { CustomerStore } from '../database/customer-store.ts';
import type { RandomBytes } from '../make-id.ts';
import type { RateLimit } from '../rate-limit.ts';

/** What provider states need of the API to be brought about. */
export interface ArrangeableApi {
  readonly store: CustomerStore;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly keyRing: KeyRing;
  readonly rateLimit: RateLimit;
  /** Organizations where every write that documents 409 is answered so. */
  readonly conflicting: Set<string>;
  /** Drops an organization with all that it has. */
  forget(organizationId: string, credentials: readonly Credential[]): void;
}
