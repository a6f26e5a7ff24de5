import { operationIds } from './operation-ids.ts';
import type { OperationId } from './operation-types.ts';
import { operations } from './operations.ts';
import { pathPattern } from './path-pattern.ts';

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
  const candidates = routes.filter(({ pattern }) => pattern.test(path));
  if (candidates.length === 0) return undefined;
  const route = candidates.find((candidate) => candidate.method === method.toUpperCase());
  if (route === undefined) return { allow: candidates.map((candidate) => candidate.method) };
  const { operationId, pattern } = route;
  const { organizationId, ...parameters } = pattern.exec(path)?.groups ?? {};
  const decoded = Object.entries(parameters).map(([name, segment]) => [name, decodeSegment(segment)] as const);
  return {
    operationId,
    pathParameters: Object.fromEntries(decoded),
    ...(organizationId !== undefined && { organizationId: decodeSegment(organizationId) }),
  };
}

/** The paths of the table, read once: a server looks here for every request. */
const routes = /* @__PURE__ */ makeRoutes();

function makeRoutes() {
  return operationIds.map((operationId) => {
    const operation = operations[operationId];
    return { operationId, method: operation.method, pattern: pathPattern(operation) };
  });
}

/** A segment that is not valid percent-encoding stays as it is: no id has a `%`, so it will not be found. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
