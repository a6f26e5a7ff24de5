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
  const [, organization, rest = ''] = prefixed.exec(path) ?? [];
  const segments = rest.split('/');
  const candidates = routes.filter((route) => fits(route, segments));
  if (candidates.length === 0) return undefined;
  const route = candidates.find((candidate) => candidate.method === method.toUpperCase());
  if (route === undefined) return { allow: candidates.map((candidate) => candidate.method) };
  const { operationId } = route;
  const pathParameters = parametersOf(route, segments);
  return organization === undefined
    ? { operationId, pathParameters }
    : { operationId, pathParameters, organizationId: decodeSegment(organization) };
}

const prefixed = /^(?:\/organizations\/([^/]+))?(\/customers(?:\/.*)?)$/;

/** The path templates of the table, split once: a server looks here for every request. */
const routes = /* @__PURE__ */ makeRoutes();

function makeRoutes() {
  return operationIds.map((operationId) => {
    const { method, path, allowsTrailingSlash } = operations[operationId];
    return { operationId, method, names: path.split('/'), allowsTrailingSlash };
  });
}

type Route = ReturnType<typeof makeRoutes>[number];

function fits({ names, allowsTrailingSlash }: Route, segments: readonly string[]): boolean {
  const endsInSlash = segments.at(-1) === '' && allowsTrailingSlash;
  return (
    names.length === segments.length - (endsInSlash ? 1 : 0) &&
    names.every((name, index) => (name.startsWith('{') ? segments[index] !== '' : name === segments[index]))
  );
}

function parametersOf({ names }: Route, segments: readonly string[]): Record<string, string> {
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
