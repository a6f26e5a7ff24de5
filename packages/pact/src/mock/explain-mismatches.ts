import type { MatchingResult, MatchingResultRequestMismatch, RequestMismatch } from '@pact-foundation/pact-core';

import type { InteractionDefinition } from '../interaction/interaction-definition.ts';
import { maskHeader, maskSecrets } from '../secrets/mask-secrets.ts';
import type { Mismatch } from './mismatch-error.ts';

type CoreMismatch = MatchingResultRequestMismatch['mismatches'][number];

/** What Pact's core found wrong, in words: where, expected, received, and a hint where one is known. */
export function explainMismatches(
  results: readonly MatchingResult[],
  definitions: readonly InteractionDefinition[],
): readonly Mismatch[] {
  return results.flatMap((result) => {
    if (!('type' in result)) return [{ where: 'request', expected: 'a match', received: result.error }];
    if (result.type === 'request-mismatch') return result.mismatches.map(explainOne);
    if (result.type === 'request-not-found') return explainUnknownRequest(result.request, definitions);
    return [];
  });
}

function explainOne(mismatch: CoreMismatch): Mismatch {
  if (!('type' in mismatch)) return { where: mismatch.path, expected: 'a match', received: mismatch.mismatch };
  switch (mismatch.type) {
    case 'HeaderMismatch':
      return explainHeader(mismatch.key, mismatch.expected, mismatch.actual);
    case 'QueryMismatch':
      return {
        where: `query ${mismatch.parameter}`,
        expected: textOr(mismatch.expected, 'none'),
        received: textOr(mismatch.actual, 'none'),
        hint: 'Values are compared decoded; a list is one value, joined by commas, in order.',
      };
    case 'BodyMismatch':
      return {
        where: `body ${mismatch.path}`,
        expected: textOr(mismatch.expected, 'nothing'),
        received: textOr(mismatch.actual, 'nothing'),
        hint: maskSecrets(asSentence(mismatch.mismatch)),
      };
    case 'MethodMismatch':
    case 'PathMismatch':
    case 'StatusMismatch':
    case 'BodyTypeMismatch':
    case 'MetadataMismatch':
      return {
        where: mismatch.type.replace(/Mismatch$/, '').toLowerCase(),
        expected: mismatch.expected,
        received: maskSecrets(mismatch.actual),
      };
  }
}

function explainHeader(name: string, expected: string, actual: string): Mismatch {
  const received = textOr(maskHeader(name, actual), 'none');
  const mismatch = { where: `header ${name}`, expected, received };
  if (name !== 'REB-APIKEY') return mismatch;
  return { ...mismatch, hint: 'Let the client send the apiKey that the test gets.' };
}

function explainUnknownRequest(request: RequestMismatch, definitions: readonly InteractionDefinition[]): Mismatch[] {
  const received = `${request.method} ${request.path}`;
  return [
    {
      where: 'request',
      expected: definitions.map(({ request: { method, path } }) => `${method} ${path.example}`).join(' or '),
      received: maskSecrets(received),
      ...hintForPath(received),
    },
  ];
}

function hintForPath(received: string): { readonly hint?: string } {
  const [, wrong] = /\/(undefined|null|NaN|\[object Object\])(?:\/|$)/.exec(decodeURI(received)) ?? [];
  if (wrong !== undefined) return { hint: `An id is ${wrong}: the client did not pass it on.` };
  if (/\/customers\/\/|\/customers\/$/.test(received))
    return { hint: 'An id is empty: the client did not pass it on.' };
  return {};
}

function textOr(value: string | undefined, nothing: string): string {
  return value === undefined || value === '' ? nothing : maskSecrets(value);
}

function asSentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
