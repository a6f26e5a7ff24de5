import { operationIds } from './operation-ids.ts';
import { operations } from './operations.ts';
import type { OperationId } from './operation-types.ts';

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
 * trailing slash on the collection, as the official SDK sends it. No query.
 *
 * @returns the match; the methods of the path when only the method is wrong; `undefined` when the path is none of the API's.
 */
export function matchOperation(method: string, path: string): OperationMatch | MethodMismatch | undefined {
  const [, organization, rest = ''] = /^(?:\/organizations\/([^/]+))?(\/customers(?:\/.*)?)$/.exec(path) ?? [];
  const candidates = operationIds.flatMap((operationId) => {
    const pathParameters = matchTemplate(operations[operationId].path, rest === '/customers/' ? '/customers' : rest);
    return pathParameters === undefined ? [] : [{ operationId, pathParameters }];
  });
  if (candidates.length === 0) return undefined;
  const match = candidates.find(({ operationId }) => operations[operationId].method === method.toUpperCase());
  if (match === undefined) return { allow: candidates.map(({ operationId }) => operations[operationId].method) };
  return organization === undefined ? match : { ...match, organizationId: decodeSegment(organization) };
}

function matchTemplate(template: string, path: string): Record<string, string> | undefined {
  const names = template.split('/');
  const segments = path.split('/');
  if (names.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? '';
    if (!name.startsWith('{')) {
      if (name !== segment) return undefined;
    } else if (segment === '') {
      return undefined;
    } else {
      parameters[name.slice(1, -1)] = decodeSegment(segment);
    }
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
