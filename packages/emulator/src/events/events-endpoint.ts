import { type Answer, json } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { readQuery } from '../http/read-query.ts';
import { notAllowed } from '../http/refusal.ts';
import { EventsAsked } from './events-asked.ts';
import type { Events } from './events.ts';

/** Where events are fetched. */
export const eventsPath = '/_events';

/** `GET` has those of an organization in their order: `?after=` the number of the last one that is known, `?eventType=`. */
export function answerEvents(request: Incoming, events: Events, organizationId: string): Answer {
  if (request.method !== 'GET') throw notAllowed(request, 'GET');
  const asked = readQuery(request, EventsAsked.omit({ organizationId: true }));
  return json(200, JSON.stringify(events.find({ ...asked, organizationId })));
}
