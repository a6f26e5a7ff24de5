import { matchRoute, routesOf } from './match-route.ts';
import { operationIds } from './operation-ids.ts';
import type { OperationId } from './operation-types.ts';
import { operations } from './operations.ts';

/** The operation that a request is for, and what its path says. */
export interface OperationMatch {
  /** The operation. */
  readonly operationId: OperationId;
  /** The path parameters, decoded and not yet validated. */
  readonly pathParameters: Readonly<Record<string, string>>;
  /** The organization of the path's prefix, decoded; absent where there is no prefix. */
  readonly organizationId?: string;
}

/** A path of the API that no operation has with this method: the methods that it does have. */
export interface MethodMismatch {
  /** The methods that the path has. */
  readonly allow: readonly string[];
}

/**
 * The operation that a method and a path belong to. The path may have the prefix `/organizations/{organizationId}`, and a
 * trailing slash where the table allows it. No query.
 *
 * @returns the match; the methods of the path when only the method is wrong; `undefined` when the path is none of the API's.
 */
export function matchOperation(method: string, path: string): OperationMatch | MethodMismatch | undefined {
  const match = matchRoute(routes, method, path);
  if (match === undefined) return undefined;
  const { candidates, route, organization, segments } = match;
  if (route === undefined) return { allow: candidates.map(({ operation }) => operation.method) };
  const { operationId } = route.operation;
  const pathParameters = parametersOf(route.names, segments);
  return organization === undefined
    ? { operationId, pathParameters }
    : { operationId, pathParameters, organizationId: decodeSegment(organization) };
}

const routes = /* @__PURE__ */ makeRoutes();

function makeRoutes() {
  return routesOf(
    operationIds.map((operationId) => {
      const { method, path, allowsTrailingSlash } = operations[operationId];
      return { operationId, method, path, allowsTrailingSlash };
    }),
  );
}

function parametersOf(names: readonly string[], segments: readonly string[]): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    if (name.startsWith('{')) parameters[name.slice(1, -1)] = decodeSegment(segments[index] ?? '');
  }
  return parameters;
}

/** A segment that is not valid percent-encoding stays as it is: no id has a `%`, so it will not be found. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
