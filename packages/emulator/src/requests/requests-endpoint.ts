import { type Answer, json, noContent } from '../http/answer.ts';
import type { Incoming } from '../http/incoming.ts';
import { readQuery } from '../http/read-query.ts';
import { notAllowed } from '../http/refusal.ts';
import { type Requests, RequestsAsked } from './requests.ts';

/** Where requests are shown. */
export const requestsPath = '/_requests';

/** Where they are shown as a HAR. */
export const harPath = `${requestsPath}.har`;

/** `GET` shows requests, the newest last: all, or by `operation`, `status`, `method`, `since` and `after`. `DELETE` forgets them. */
export function answerRequests(request: Incoming, requests: Requests): Answer {
  const isHar = request.path === harPath;
  switch (request.method) {
    case 'GET': {
      const asked = readQuery(request, RequestsAsked);
      return json(200, JSON.stringify(isHar ? requests.har(asked) : requests.find(asked)));
    }
    case 'DELETE':
      if (isHar) throw notAllowed(request, 'GET');
      requests.clear();
      return noContent;
    default:
      throw notAllowed(request, isHar ? 'GET' : 'GET, DELETE');
  }
}
