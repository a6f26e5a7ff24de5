import { expect, test } from 'vitest';

import { parseContent } from '../src/document/parse-content.ts';

const customer = { id: 'cus_01', content: 'banner' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([
  ['nothing', undefined, undefined],
  ['null', null, undefined],
  ['JSON as it is', { content: customer, encoded: false }, customer],
  ['JSON without a word of its encoding', { content: customer }, customer],
  ['a text as it is', { content: 'vip', encoded: false }, 'vip'],
  ['JSON in a text', { content: JSON.stringify(customer), encoded: 'JSON' }, customer],
  ['JSON in base64', { content: base64(JSON.stringify(customer)), encoded: 'base64' }, customer],
  [
    'what names no encoding',
    { content: base64(JSON.stringify(customer)), encoded: true },
    base64(JSON.stringify(customer)),
  ],
  ['letters beyond ASCII in base64', { content: base64('"Łódź"'), encoded: 'base64' }, 'Łódź'],
  ['what is no JSON in base64', { content: base64('<a/>'), encoded: 'base64' }, '<a/>'],
  ['no content', {}, undefined],
  ['what is no base64', { content: 'Ann!', encoded: 'base64' }, 'Ann!'],
  ['null as content', { content: null, encoded: false }, undefined],
  ['an empty content', { content: '', encoded: false }, undefined],
  ['false as content', { content: false }, false],
])('unwraps %s', (_, body, content) => {
  expect(parseContent(body, true)).toEqual(content);
});

test('unwraps nothing in a version that wraps nothing', () => {
  expect(parseContent(customer, false)).toBe(customer);
  expect(parseContent('', false)).toBeUndefined();
});
