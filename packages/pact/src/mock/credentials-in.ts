import type { MatchingResult } from '@pact-foundation/pact-core';

import { ObjectGraph } from './object-graph.ts';

const names = '(?:authorization|api[-_]?key|(?:access|auth|bearer|refresh)[-_]?token|secret|password)';
const isName = new RegExp(`^[\\w-]{0,40}${names}$`, 'i');
const scheme = '(?:(?:basic|bearer|token)\\s+)';
/** A name and its value in a text: a header as it is sent, a member in JSON or as Node prints it. */
const inText = new RegExp(
  `${names}\\\\*["']?\\s*[:=]\\s*\\[?\\s*\\\\*["'\`]?(${scheme}?[^\\s"'\`,;&)}\\]\\\\]+)`,
  'gi',
);

/** What stands in a graph as the value of a credential: in a header, in a client's options, or in a text of either. */
export function credentialsIn(graph: ObjectGraph): readonly string[] {
  const values: string[] = [];
  for (const [name, value] of graph.pairs()) {
    if (isName.test(name)) values.push(...[value].flat().filter((each) => typeof each === 'string'));
  }
  for (const text of graph.texts()) {
    for (const [, value = ''] of text.matchAll(inText)) values.push(value);
  }
  return values.flatMap(credentialsOf);
}

/** The credentials that reached the mock and were not those of the contract. */
export function credentialsSent(results: readonly MatchingResult[]): readonly string[] {
  const said = results.flatMap((result): readonly unknown[] => {
    if (!('type' in result)) return [];
    if (result.type === 'request-not-found') return [result.request.headers];
    if (result.type !== 'request-mismatch') return [];
    return result.mismatches.flatMap((each) =>
      'type' in each && each.type === 'HeaderMismatch' ? [{ [each.key]: each.actual }] : [],
    );
  });
  return credentialsIn(new ObjectGraph(said));
}

/** The credential without its scheme; of a user and password the password as well. */
function credentialsOf(value: string): readonly string[] {
  const credential = value.trim().replace(new RegExp(`^${scheme}`, 'i'), '');
  if (!/^basic\s/i.test(value)) return [credential];
  const [, password = ''] = /:(.*)$/s.exec(Buffer.from(credential, 'base64').toString()) ?? [];
  return [credential, password];
}
