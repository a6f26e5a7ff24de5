import { expect, test } from 'vitest';

import { isWrittenAsDecimal, parseJson } from '../src/document/parse-json.ts';
import { isRecord } from '../src/json/json-value.ts';

const decimals = [
  '10.0',
  '-10.00',
  '1e2',
  '1.5E+3',
  '-0',
  '20000000000000000000',
  '9007199254740993.5',
  '1.00000000000000000001',
  '-1234567890123456789.5',
];
const integers = ['10', '-10', '0', '1234567890123456789', '9007199254740993', '-9223372036854775808'];

test.each([...decimals, ...integers])('remembers whether %s is a decimal for Pact', (number) => {
  for (const text of [`{"a":${number}}`, `{ "a" : ${number}\n}`, `{"b":[1,2],"a":${number},"c":"1"}`]) {
    const json = parseJson(text);
    expect(isRecord(json) && isWrittenAsDecimal(json, 'a'), text).toBe(decimals.includes(number));
  }
});

test('takes no text for a number', () => {
  const json = parseJson('{"a":10,"b":"x, 10.0, 1e2, -0, ["}');
  expect(json).toEqual({ a: 10, b: 'x, 10.0, 1e2, -0, [' });
  expect(isRecord(json) && isWrittenAsDecimal(json, 'a')).toBe(false);
});
