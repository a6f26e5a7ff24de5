import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import {
  checkOptions,
  mistakeInKey,
  nearest,
  type OptionProblem,
  shown,
  wholeNumber,
} from '@customer-contracts/schemas/internal';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';

class Secretive {
  get secret(): string {
    throw new Error('Not for you.');
  }
}

const circle: Record<string, unknown> = { name: 'circle' };
circle['self'] = circle;

const values: readonly (readonly [value: unknown, text: string])[] = [
  [undefined, 'absent'],
  [null, 'null'],
  [true, 'true'],
  [-0.5, '-0.5'],
  [Number.NaN, 'NaN'],
  [10n, '10'],
  [Symbol('x'), 'Symbol(x)'],
  ['text', '"text"'],
  ['"\n', String.raw`"\"\n"`],
  ['\u001b[31m\u009b\u202e\u2028', String.raw`"\u001b[31m\u{9b}\u{202e}\u{2028}"`],
  ['x'.repeat(100), `"${'x'.repeat(79)}...`],
  [`${'x'.repeat(78)}😀`, `"${'x'.repeat(78)}\\u{d83d}...`],
  [{ a: [1, null], b: undefined }, '{"a":[1,null]}'],
  [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
  [[], '[]'],
  [circle, 'an object'],
  [[circle], 'a list'],
  [{ big: 1n }, 'an object'],
  [() => 1, 'a function'],
  [new Date(0), 'a Date'],
  [new URL('http://127.0.0.1/'), 'a URL'],
  [new AbortController().signal, 'an AbortSignal'],
  [Promise.resolve(), 'a Promise'],
  [new Secretive(), 'a Secretive'],
  [
    {
      get name(): string {
        throw new Error('Not for you.');
      },
    },
    'an object',
  ],
  [
    new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error('Not for you.');
        },
      },
    ),
    '{}',
  ],
  [Secretive, 'a function'],
];

test('shows a value as JSON, or in words', () => {
  expect(values.map(([value]) => shown(value))).toEqual(values.map(([, text]) => text));
});

test('shows anything in at most 80 characters and three dots, escapes apart, and nothing that a terminal obeys', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), (value) => {
      expect(shown(value)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(shown(value).replaceAll(/\\u\{[\da-f]+\}/g, '.').length).toBeLessThanOrEqual(83);
    }),
  );
});

test.each([
  ['sead', 'seed'],
  ['Seed', 'seed'],
  ['form', 'from'],
  ['apiKye', 'apiKey'],
  ['api', 'apiKey'],
  ['x', undefined],
  ['somewhere', undefined],
])('the nearest name of %s is %s', (word, name) => {
  expect(nearest(word, ['seed', 'from', 'to', 'apiKey'])).toBe(name);
});

const Options = z.strictObject({
  port: z.int('Give a port').optional(),
  apiKey: z.string('Give a string').optional(),
  customers: z
    .strictObject({ count: z.int('Give a count'), seed: z.int('Give a seed') }, 'Give { count, seed }')
    .optional(),
  faults: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('latency'), milliseconds: z.int() }),
        z.strictObject({ kind: z.literal('drop'), applied: z.boolean().default(true) }),
      ]),
    )
    .default([]),
});

class RefusedError extends Error {
  readonly option: string;

  constructor({ option, received, advice }: OptionProblem) {
    super(`${received}. ${advice}`);
    this.option = option;
  }
}

const check = (options: unknown) => checkOptions(Options, options, (problem) => new RefusedError(problem), ['apiKey']);

test('options come back parsed', () => {
  expect(check({ port: 1, faults: [{ kind: 'drop' }] })).toEqual({
    port: 1,
    faults: [{ kind: 'drop', applied: true }],
  });
});

test.each<[unknown, string, string]>([
  [{ prot: 1 }, 'prot', 'there is no option prot. Did you mean port?'],
  [{ port: 'x', prot: 1 }, 'prot', 'there is no option prot. Did you mean port?'],
  [{ database: 1 }, 'database', 'there is no option database. Choose from port, apiKey, customers, faults.'],
  [{ 'a\u001b': 1 }, 'a\u001b', String.raw`there is no option "a\u001b". Choose from port, apiKey, customers, faults.`],
  [{ customers: { cuont: 1 } }, 'customers.cuont', 'there is no option customers.cuont. Did you mean customers.count?'],
  [
    { faults: [{ kind: 'drop', aplied: true }] },
    'faults.0.aplied',
    'there is no option faults.0.aplied. Did you mean faults.0.applied?',
  ],
  [{ port: '80' }, 'port', 'port is "80". Give a port.'],
  [{ customers: 5 }, 'customers', 'customers is 5. Give { count, seed }.'],
  [{ customers: { count: 1 } }, 'customers.seed', 'customers.seed is absent. Give a seed.'],
  [{ apiKey: 1234 }, 'apiKey', 'apiKey is a number. Give a string.'],
  [undefined, '', 'the options are absent. Give an object of options.'],
  [null, '', 'the options are null. Give an object of options.'],
  [[], '', 'the options are a list. Give an object of options.'],
  ['very-secret', '', 'the options are a string. Give an object of options.'],
])('refuses the options %j', (options, option, message) => {
  expect(() => check(options)).toThrow(expect.objectContaining({ option, message }));
});

test.each([
  ['sk_test_1', undefined],
  ['', 'is empty'],
  ['a\nb', 'has more than one line'],
  ['a b', 'has spaces or other than printable ASCII in it'],
])('the mistake in the key %j is that it %s', (key, mistake) => {
  expect(mistakeInKey(key)).toBe(mistake);
});

test.each([
  ['0', 0],
  ['65535', 65_535],
  ['65536', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['', undefined],
])('the whole number of %j up to 65535 is %s', (text, number) => {
  expect(wholeNumber(text, 65_535)).toBe(number);
});

test('it loads one file, and no zod', async () => {
  const main = import.meta.resolve('@customer-contracts/schemas/internal');
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ resolve: (specifier, context, next) => { const result = next(specifier, context); loaded.push(result.url); return result; } });
    await import(${JSON.stringify(main)});
    console.log(JSON.stringify(loaded));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  expect(JSON.parse(stdout)).toEqual([main]);
});
