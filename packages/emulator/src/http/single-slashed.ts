import type { Incoming } from './incoming.ts';

/**
 * The request with one slash where a base URL that ends in one made two: before `organizations`, and behind the organization
 * (docs/api-decisions.md#q45). Elsewhere there is an empty id between them, which means nobody.
 */
export function singleSlashed(request: Incoming): Incoming {
  if (!request.path.includes('//')) return request;
  const path = request.path.replace(/^\/{2,}/, '/').replace(/^(\/organizations\/[^/]+)\/{2,}/, '$1/');
  return { ...request, path };
}
