import { advancePath, answerClock, clockPath } from '../clock/clock-endpoint.ts';
import type { EmulatorClock } from '../clock/emulator-clock.ts';
import { answerEvents, eventsPath } from '../events/events-endpoint.ts';
import type { Events } from '../events/events.ts';
import type { Answer } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { answerRequests, harPath, requestsPath } from '../requests/requests-endpoint.ts';
import type { RequestMemory } from '../requests/requests.ts';
import { answerSnapshots, snapshotsPath } from '../snapshots/snapshots-endpoint.ts';
import type { Snapshots } from '../snapshots/snapshots.ts';

/** What the endpoints show and do. */
interface Administered {
  readonly requests: RequestMemory;
  readonly events: Events;
  readonly clock: EmulatorClock;
  readonly snapshots: Snapshots;
}

/** Who asks: the organization of the request, and all of the credential. */
interface Asking {
  readonly organizationId: string;
  readonly organizations: readonly string[];
}

/** Whether a path is one of these. */
export function isAdminPath(path: string): boolean {
  return (
    [requestsPath, harPath, clockPath, advancePath, eventsPath, snapshotsPath].includes(path) ||
    path.startsWith(`${snapshotsPath}/`)
  );
}

/** Answers a request to one of them. */
export function answerAdmin(
  request: Incoming,
  { requests, events, clock, snapshots }: Administered,
  { organizationId, organizations }: Asking,
): Answer | Promise<Answer> {
  switch (request.path) {
    case requestsPath:
    case harPath:
      return answerRequests(request, requests.seenBy(organizations));
    case clockPath:
    case advancePath:
      return answerClock(request, clock);
    case eventsPath:
      return answerEvents(request, events, organizationId);
    default:
      return answerSnapshots(request, snapshots);
  }
}
