import { maskHeader, maskSecrets } from '@customer-contracts/pact-files/internal';
import type { MatchingResult, MatchingResultRequestMismatch, RequestMismatch } from '@pact-foundation/pact-core';
import * as z from 'zod';

import type { InteractionDefinition } from '../contract/interaction-definition.ts';
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
        expected: listed(mismatch.expected) ?? 'none',
        received: listed(mismatch.actual) ?? 'none',
        hint: 'Values are compared decoded; a list is one value, joined by commas, in order.',
      };
    case 'BodyMismatch':
      return explainBody(mismatch.path, mismatch.expected ?? '', mismatch.actual ?? '');
    case 'MethodMismatch':
    case 'PathMismatch':
    case 'StatusMismatch':
    case 'BodyTypeMismatch':
    case 'MetadataMismatch':
      return {
        where: mismatch.type
          .replace(/Mismatch$/, '')
          .replace('BodyType', 'body type')
          .toLowerCase(),
        expected: mismatch.expected,
        received: maskSecrets(mismatch.actual),
      };
  }
}

function explainHeader(name: string, expected: string, actual: string): Mismatch {
  const received = textOr(maskHeader(name, actual), 'none');
  // A header that is missing is expected in quotes.
  const mismatch = { where: `header ${name}`, expected: expected.replace(/^"(.*)"$/, '$1'), received };
  const hint = credentialHints[name.toLowerCase()];
  return hint === undefined ? mismatch : { ...mismatch, hint };
}

const credentialHints: Readonly<Record<string, string>> = {
  'reb-apikey': 'Let the client send the apiKey that the test gets.',
  authorization: 'Let the client send the token that the test gets.',
};

/** Where the members of an object differ, Pact gives both lists of their names. */
function explainBody(path: string, expected: string, received: string): Mismatch {
  const where = `body ${path}`;
  const [wanted, sent] = [namesIn(expected), namesIn(received)];
  if (wanted === undefined || sent === undefined) {
    return { where, expected: textOr(expected, 'nothing'), received: textOr(received, 'nothing') };
  }
  const missing = wanted.filter((name) => !sent.includes(name)).map((name) => `${name} is missing`);
  const extra = sent.filter((name) => !wanted.includes(name)).map((name) => `${name} is one too many`);
  return {
    where,
    expected: `the members ${wanted.join(', ')}`,
    received: sent.length === 0 ? 'none' : sent.join(', '),
    hint: `${[...missing, ...extra].join('; ')}.`,
  };
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

/** Values of a query come as they are, or as a list in JSON. */
function listed(value: string): string | undefined {
  const text = namesIn(value)?.join(', ') ?? value;
  return text === '' ? undefined : maskSecrets(text);
}

/** The texts of a list in JSON; `undefined` for anything else. */
function namesIn(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    return z.array(z.string()).parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
