import * as z from 'zod';

import { readBody } from '../body/read-body.ts';
import { type Answer, json, noContent } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { Refusal } from '../http/refusal.ts';
import type { FaultInjector } from './fault-injector.ts';
import { Fault } from './fault.ts';

/** Where faults are asked for over HTTP. */
export const faultsPath = '/_faults';

/** How many faults an organization may have: each request is compared with all of them. */
const most = 1000;

/**
 * Faults of the caller's own organization: `POST` adds one or a list of them, `GET` lists them with how often each has
 * struck, `DELETE` takes them back.
 */
export function answerFaults(request: Incoming, faults: FaultInjector, organizationId: string): Answer {
  switch (request.method) {
    case 'GET':
      return json(200, JSON.stringify(faults.list(organizationId)));
    case 'POST': {
      const asked = [readBody(request, z.union([z.array(Fault), Fault]))].flat();
      const had = faults.list(organizationId).length;
      if (had + asked.length > most) {
        throw new Refusal(422, `There may be ${most} faults, and ${had} are there. Take them back with DELETE first.`);
      }
      for (const fault of asked) faults.add({ ...fault, organizationId });
      return json(201, JSON.stringify(faults.list(organizationId)));
    }
    case 'DELETE':
      faults.clear(organizationId);
      return noContent;
    default:
      throw new Refusal(405, `${faultsPath} has no ${request.method}.`, { headers: { allow: 'GET, POST, DELETE' } });
  }
}
