import { nearest } from '@customer-contracts/schemas/internal';
import type { Place } from '@customer-contracts/schemas/plain';

import type { BodyPath } from '../document/pact-document.ts';
import type { DocumentedInteraction } from './documented-interaction.ts';
import { membersOf, placeAt } from './documented-place.ts';
import { judge } from './judge.ts';

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

/** The rules for what is written that a body breaks. */
export function rulesBrokenBy(written: Place, body: unknown): readonly BrokenRule[] {
  return judge(written, body).flatMap((issue): readonly BrokenRule[] => {
    const { path, message } = issue;
    if (issue.code === 'value') return [{ path, kind: 'value', message }];
    const { members, elsewhere } = membersOf(placeAt(written, path));
    return issue.names.map((name) => ({
      path: [...path, name],
      kind: elsewhere.includes(name) ? 'read-only' : 'unknown',
      message,
      advice: adviceFor(name, path, members),
    }));
  });
}

/** What is derived from lists elsewhere, so that no member there has its name. */
const derived: Readonly<Record<string, string>> = { email: 'primaryAddress.emails' };

function adviceFor(name: string, path: BodyPath, members: Readonly<Record<string, Place>>): string | undefined {
  const [first] = path;
  const home =
    Object.entries(members).find(([, member]) => placeAt(member, [name]) !== undefined)?.[0] ??
    (first === undefined ? derived[name] : undefined);
  if (home !== undefined) return `It belongs into ${home}.`;
  const meant = nearest(name, Object.keys(members));
  return meant && `Did you mean ${meant}?`;
}
