import { expect, test } from 'vitest';

import type { BodyPath } from '../src/document/pact-document.ts';
import { parsePlace } from '../src/document/parse-place.ts';
import { refusedByCore } from './judged-by-core.ts';

const readable: readonly (readonly [expression: string, place: BodyPath])[] = [
  ['$', []],
  ['', []],
  ['email', ['email']],
  ['body.email', ['body', 'email']],
  ['$.tags.0.name', ['tags', '0', 'name']],
  ['$.email', ['email']],
  ['$.primaryAddress.city', ['primaryAddress', 'city']],
  ['$.tags[0].name', ['tags', 0, 'name']],
  ['$.tags[12]', ['tags', 12]],
  ['$.tags[*].name', ['tags', '[*]', 'name']],
  ['$.customFields.*', ['customFields', '*']],
  ["$['email']", ['email']],
  ["$['primaryAddress']['city']", ['primaryAddress', 'city']],
  ["$['a b'].c", ['a b', 'c']],
  ["$['a.b']", ['a.b']],
  ["$['a[0]']", ['a[0]']],
  ["$['a\\b']", ['a\\b']],
  ['$.@type', ['@type']],
  ['$.a-b', ['a-b']],
  ['$.ключ', ['ключ']],
];

test.each(readable)('reads %s', (expression, place) => {
  expect(parsePlace(expression)).toEqual(place);
});

/** A value with `leaf` at a place; lists are as long as they must be. */
function valueAt([step, ...rest]: BodyPath, leaf: unknown): unknown {
  if (step === undefined) return leaf;
  return typeof step === 'number'
    ? [...Array.from({ length: step }, () => 0), valueAt(rest, leaf)]
    : { [step]: valueAt(rest, leaf) };
}

test.each(readable.filter(([, place]) => place.length > 0 && !place.includes('[*]') && !place.includes('*')))(
  "reads %s as Pact's own core does",
  async (expression, place) => {
    const [name, ...rest] = place;
    const example = { [String(name)]: valueAt(rest, 'a') };
    const sent = { [String(name)]: valueAt(rest, 'b') };
    const rule = { matchers: [{ match: 'type' }] };
    expect(await refusedByCore('body', example, {}, sent)).toHaveLength(1);
    expect(await refusedByCore('body', example, { [expression]: rule }, sent)).toEqual([]);
  },
);

test.each([
  '$email',
  '$.a b',
  '@email',
  '$.[email',
  '$.tags[',
  '$.tags[x]',
  '$.tags[-1]',
  "$['email",
  '$..email',
  "$['it\\'s']",
  '$["email"]',
])('can not read %j', (expression) => {
  expect(parsePlace(expression)).toBeUndefined();
});
