import type { Clock } from '../clock.ts';
import type { CustomerStore } from '../database/customer-store.ts';
import type { EventLog } from '../events/event-log.ts';
import type { RandomBytes } from '../make-id.ts';

/** What a change of a customer needs to know. */
export interface Writer {
  readonly store: CustomerStore;
  readonly organizationId: string;
  /** Where it is written down what happened; absent where nobody wants to know. */
  readonly events: EventLog | undefined;
  readonly clock: Clock;
  readonly random: RandomBytes;
}
