import type { Clock } from '../clock.ts';
import type { Credential } from '../credentials/credential.ts';
import type { KeyRing } from '../credentials/key-ring.ts';
import type { CustomerStore } from '../database/customer-store.ts';
import type { RandomBytes } from '../make-id.ts';
import type { RateLimit } from '../rate-limit.ts';

/** Takes the parameters of states that a request names: `id` and `targetCustomerId`. */
export type AwaitingRequest = (asked: Readonly<Record<string, unknown>>) => void;

/** What provider states need of the API to be brought about. */
export interface ArrangeableApi {
  readonly store: CustomerStore;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly keyRing: KeyRing;
  readonly rateLimit: RateLimit;
  /** Organizations where every write that documents 409 is answered so. */
  readonly conflicting: Set<string>;
  /** What waits in an organization for the request that says whom a state is about. */
  readonly awaiting: Map<string, readonly AwaitingRequest[]>;
  /** Drops an organization with all that it has. */
  forget(organizationId: string, credentials: readonly Credential[]): void;
}
