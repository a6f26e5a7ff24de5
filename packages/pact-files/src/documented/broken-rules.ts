import { nearest } from '@customer-contracts/schemas/internal';
import type * as z from 'zod';

import type { BodyPath } from '../document/pact-document.ts';
import type { DocumentedInteraction } from './documented-interaction.ts';
import { placeAt, readableMembers, issuesOf } from './documented-place.ts';

/** A rule of the API that a request body breaks. */
export interface BrokenRule {
  readonly path: BodyPath;
  /** A value that is refused with 422; or a member that is passed over, because it is unknown or only read. */
  readonly kind: 'value' | 'unknown' | 'read-only';
  readonly message: string;
  /** Where the member belongs, or what it is called, as a sentence; `undefined` of a value, and where nobody knows. */
  readonly advice?: string | undefined;
}

/** The rules of the API that the request body breaks; none where the operation takes no body. */
export function brokenRules({ operation, request: { body } }: DocumentedInteraction): readonly BrokenRule[] {
  if (operation?.body === undefined) return [];
  return rulesBrokenBy(operation.body, body);
}

/** The rules of the schema of what is written that a body breaks. */
export function rulesBrokenBy(schema: z.core.$ZodType, body: unknown): readonly BrokenRule[] {
  return issuesOf(schema, body).flatMap(({ issue, path }): readonly BrokenRule[] => {
    if (issue.code !== 'unrecognized_keys') return [{ path, kind: 'value', message: issue.message }];
    const place = placeAt(schema, path);
    const readable = readableMembers(place?.schema);
    const members = place?.members ?? new Map<string, z.core.$ZodType>();
    return issue.keys.map((name) => ({
      path: [...path, name],
      kind: readable.includes(name) ? 'read-only' : 'unknown',
      message: issue.message,
      advice: adviceFor(name, path, members),
    }));
  });
}

/** What is derived from lists elsewhere, so that no member there has its name. */
const derived: Readonly<Record<string, string>> = { email: 'primaryAddress.emails' };

function adviceFor(name: string, path: BodyPath, members: ReadonlyMap<string, z.core.$ZodType>): string | undefined {
  const [first] = path;
  const home =
    [...members].find(([, schema]) => placeAt(schema, [name]) !== undefined)?.[0] ??
    (first === undefined ? derived[name] : undefined);
  if (home !== undefined) return `It belongs into ${home}.`;
  const meant = nearest(name, [...members.keys()]);
  return meant && `Did you mean ${meant}?`;
}
