import type { Customer } from '@customer-contracts/schemas';

/** What can happen to a customer, by the names of Rebilly's webhooks (Rebilly OpenAPI 2026-08). */
export const eventTypes = ['customer-created', 'customer-updated', 'customer-merged', 'lead-source-changed'] as const;
/** What can happen to a customer, by the names of Rebilly's webhooks. */
export type EventType = (typeof eventTypes)[number];

interface Happened {
  /** Goes up from event to event, and is never given twice. Not without gaps. */
  readonly number: number;
  /** When, by the emulator's clock: `2026-03-08T12:57:32Z`. */
  readonly time: string;
  readonly organizationId: string;
  /** Whom it is about; of a merge, the customer that is gone. */
  readonly customerId: string;
}

/** Something that a request has done to a customer. `eventType` and the members of a merge are those of Rebilly's webhook. */
export type CustomerEvent =
  | (Happened & { readonly eventType: Exclude<EventType, 'customer-merged'> })
  | (Happened & {
      readonly eventType: 'customer-merged';
      /** The customer that has the data now. */
      readonly targetCustomerId: string;
      /** The customer that is gone, as it was. */
      readonly duplicatedCustomer: Customer;
    });
