import type { BodyPath } from '../document/pact-document.ts';
import type { DocumentedInteraction } from '../documented/documented-interaction.ts';
import { placeAt, readableMembers, issuesOf } from '../documented/documented-place.ts';

/** A rule of the API that a request body breaks. */
export interface BrokenRule {
  readonly path: BodyPath;
  /** A value that is refused with 422; or a member that is passed over, because it is unknown or only read. */
  readonly kind: 'value' | 'unknown' | 'read-only';
  readonly message: string;
}

/** The rules of the API that the request body breaks; none where the operation takes no body. */
export function brokenRules({ operation, request: { body } }: DocumentedInteraction): readonly BrokenRule[] {
  if (operation?.body === undefined) return [];
  const { body: schema } = operation;
  return issuesOf(schema, body).flatMap(({ issue, path }): readonly BrokenRule[] => {
    if (issue.code !== 'unrecognized_keys') return [{ path, kind: 'value', message: issue.message }];
    const readable = readableMembers(placeAt(schema, path)?.schema);
    return issue.keys.map((name) => ({
      path: [...path, name],
      kind: readable.includes(name) ? 'read-only' : 'unknown',
      message: issue.message,
    }));
  });
}
