import * as z from 'zod';

import { eventTypes } from './customer-event.ts';

const advice = {
  after: 'Give the number of an event',
  eventType: `Give one of ${eventTypes.join(', ')}`,
  organizationId: 'Give the id of an organization',
  limit: 'Give a whole number of 1 and more',
};

/** The schema of {@link EventsAsked}. */
export const EventsAsked = z.strictObject({
  /** Those behind the one with this number: the last one that is known. */
  after: z.int(advice.after).min(0, advice.after).optional(),
  /** What happened. */
  eventType: z.enum(eventTypes, advice.eventType).optional(),
  /** Where it happened. */
  organizationId: z.string(advice.organizationId).optional(),
  /** How many at most, the oldest first. */
  limit: z.int(advice.limit).min(1, advice.limit).optional(),
});
/** Which events are asked for: all when nothing is named. */
export type EventsAsked = z.infer<typeof EventsAsked>;
