import { organizationPath } from '@customer-contracts/schemas';

import { type Answer, json } from '../http/answer.ts';
import type { Call } from './call.ts';

/** The answer to what was created: 201, with where it is, absolute and with the organization (docs/api-decisions.md#q31). */
export function created({ request, organizationId, rateLimitHeaders }: Call, path: string, body: string): Answer {
  return json(201, body, {
    ...rateLimitHeaders,
    location: `${request.origin}${organizationPath(organizationId, path)}`,
  });
}
