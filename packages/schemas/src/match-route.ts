/** How an operation is reached. */
interface Reached {
  readonly method: string;
  readonly path: string;
  readonly allowsTrailingSlash: boolean;
}

/** An operation, and the steps of its path template: split once, because a server looks here for every request. */
export interface Route<Operation extends Reached> {
  readonly operation: Operation;
  /** A parameter's has braces. */
  readonly names: readonly string[];
}

/** What a path is one of. */
export interface RouteMatch<Operation extends Reached> {
  /** The operations that have the path, whatever their method; at least one. */
  readonly candidates: readonly Route<Operation>[];
  /** The one that has the method, too. */
  readonly route: Route<Operation> | undefined;
  /** The organization of the path's prefix, still encoded. */
  readonly organization: string | undefined;
  /** The steps of the path behind the prefix, still encoded. */
  readonly segments: readonly string[];
}

/** The routes to some operations. */
export function routesOf<Operation extends Reached>(operations: readonly Operation[]): readonly Route<Operation>[] {
  return operations.map((operation) => ({ operation, names: operation.path.split('/') }));
}

/**
 * What a method and a path are one of. The path may have the prefix `/organizations/{organizationId}`, and a trailing slash
 * where the operation allows it. No query.
 */
export function matchRoute<Operation extends Reached>(
  routes: readonly Route<Operation>[],
  method: string,
  path: string,
): RouteMatch<Operation> | undefined {
  const [, organization, rest = ''] = prefixed.exec(path) ?? [];
  const segments = rest.split('/');
  const candidates = routes.filter((route) => fits(route, segments));
  if (candidates.length === 0) return undefined;
  const route = candidates.find(({ operation }) => operation.method === method.toUpperCase());
  return { candidates, route, organization, segments };
}

const prefixed = /^(?:\/organizations\/([^/]+))?(\/customers(?:\/.*)?)$/;

function fits({ operation, names }: Route<Reached>, segments: readonly string[]): boolean {
  const endsInSlash = segments.at(-1) === '' && operation.allowsTrailingSlash;
  return (
    names.length === segments.length - (endsInSlash ? 1 : 0) &&
    names.every((name, index) => (name.startsWith('{') ? segments[index] !== '' : name === segments[index]))
  );
}

/** The path of an operation in that of a URL: behind an old version, or whatever stands before `/organizations/`. */
export function pathInUrl(pathname: string): string {
  return /^(?:\/v2\.1|.*(?=\/organizations\/))?((?:\/organizations\/[^/]+)?\/customers.*)$/.exec(pathname)?.[1] ?? '';
}
