import { ContactEmail, Customer, CustomerInput, LeadSourceInput } from '@customer-contracts/schemas';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';

/** What the validator says that most others are built on. */
function witness(format: 'email' | 'uri'): (value: string) => boolean {
  const judge = fullFormats[format];
  if (judge instanceof RegExp) return (value) => judge.test(value);
  if (typeof judge !== 'function') throw new Error(`There is no judge of ${format}.`);
  return (value) => judge(value);
}

const isEmail = (value: string) => ContactEmail.safeParse({ label: 'main', value }).success;
const isUri = (value: string) => LeadSourceInput.safeParse({ referrer: value }).success;

/** Strings that are nearly of the form: parts that matter to it, put together anyhow. */
const nearly = (parts: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 2 })), { maxLength: 9 })
    .map((some) => some.join(''));

const emailParts = [
  'ada',
  '@',
  '@',
  '.',
  '..',
  '-',
  '_',
  '+',
  "'",
  '!#$%&*/=?^`{|}~',
  '"a b"',
  'example.com',
  'com',
  'c',
  '7',
  'xn--p1ai',
  '[127.0.0.1]',
  ' ',
  'ä',
  '\n',
];
const uriParts = [
  'https',
  ':',
  '//',
  '/',
  '?',
  '#',
  '@',
  '%',
  '%20',
  '%C3%a4',
  '[',
  '[::1]',
  '[1]',
  ']',
  '|',
  ' ',
  'ä',
  'a.b',
  ':80',
  ':x',
  'user:pw',
  '..',
  "!$&'()*+,;=",
  '<',
  '{',
  '\\',
  '^',
  '`',
  'mailto',
  '\n',
];

test('an e-mail address is judged as validators judge the format', () => {
  const agrees = witness('email');
  fc.assert(
    fc.property(nearly(emailParts), (value) => {
      expect(isEmail(value)).toBe(agrees(value) && value.length <= 255);
    }),
    { seed: 17, numRuns: 20_000 },
  );
});

test.each([
  ['ada@example.com', true],
  ["o'reilly+news_1@mail.example.co.uk", true],
  ['o!reilly@example.com', true],
  ['te~st@example.com', true],
  ['{a|b}=c@example.com', true],
  ['ada@example.museum1', true],
  ['ada@xn--80ak6aa92e.xn--p1ai', true],
  ['ada@example.c', true],
  ['ada@123.example', true],
  ['.ada@example.com', false],
  ['ada.@example.com', false],
  ['a..da@example.com', false],
  ['ada@example-.com', false],
  ['ada@-example.com', false],
  ['ada@exa_mple.com', false],
  ['ada example.com', false],
  ['ada@b@example.com', false],
  ['adä@example.com', false],
  ['ada@example.com\n', false],
  // RFC 5321 has these, and validators don't.
  ['"ada b"@example.com', false],
  ['ada@[127.0.0.1]', false],
  ['ada@localhost', false],
])('the address %j passes: %s', (value, passes) => {
  expect({ ours: isEmail(value), witness: witness('email')(value) }).toEqual({ ours: passes, witness: passes });
  expect(Customer.safeParse({ id: 'ada', email: value }).success).toBe(passes);
  expect(CustomerInput.safeParse({ notificationEmails: [value] }).success).toBe(passes);
});

test('a referrer is judged by RFC 3986, as validators judge the format', () => {
  const agrees = witness('uri');
  let taken = 0;
  fc.assert(
    fc.property(nearly(uriParts), (value) => {
      const passes = isUri(value);
      taken += Number(passes);
      // The witness takes for a path what is no host behind two slashes, and a quotation mark for a character of it.
      const isJudge = passes || !/^[^:]*:\/\/|"/.test(value);
      expect(passes).toBe(isJudge ? agrees(value) : passes);
    }),
    { seed: 17, numRuns: 20_000 },
  );
  expect(taken).toBeGreaterThan(200);
});

test.each([
  ['https://www.rebilly.com', true],
  ['https://example.com/a%20b?q=a%7Cb&x=%C3%A4#part', true],
  ['http://user:pw@[::1]:8080/a;b=c', true],
  ['android-app://com.google.android.gm/', true],
  ['mailto:ada@example.com', true],
  ['urn:isbn:0451450523', true],
  ['https://example.com/ä b', false],
  ['https://example.com/a b', false],
  ['https://example.com/?q=a|b', false],
  ['https://example.com/?q=%', false],
  ['https://example.com/?q=%zz', false],
  ['https://example.com/[a]', false],
  ['https://example.com/<a>', false],
  ['https://exämple.com/', false],
  ['https://example.com\\a', false],
  ['https://example.com/#a#b', false],
  [' https://example.com/', false],
  ['www.example.com/path', false],
  ['/path', false],
  ['//example.com/', false],
  ['', false],
])('the referrer %j passes: %s', (value, passes) => {
  expect({ ours: isUri(value), witness: witness('uri')(value) }).toEqual({ ours: passes, witness: passes });
});

test.each(['https://example.com:x/', 'https://a@b@c/'])(
  '%s is no URI, though the witness takes it for one',
  (value) => {
    expect({ ours: isUri(value), witness: witness('uri')(value) }).toEqual({ ours: false, witness: true });
  },
);

test('what is no text at all is said to be none, not to be no URI', () => {
  const { error } = LeadSourceInput.safeParse({ referrer: 7 });
  expect(error?.issues.map(({ message }) => message)).toEqual(['Invalid input: expected string, received number']);
});

test('a long text that is of neither form is judged in time', () => {
  for (const value of [
    'a'.repeat(1_000_000),
    `${'a.'.repeat(400_000)}@`,
    `a@${'a-'.repeat(400_000)}`,
    `a:${'/%20'.repeat(200_000)}|`,
  ]) {
    expect(isEmail(value) || isUri(value)).toBe(false);
  }
});

test.each([
  ['primaryAddress', 'firstName', 45],
  ['primaryAddress', 'organization', 255],
  ['primaryAddress', 'address', 60],
  ['leadSource', 'medium', 512],
] as const)('%s.%s counts code points, as JSON Schema does', (parent, name, most) => {
  const takes = (count: number) => CustomerInput.safeParse({ [parent]: { [name]: '😀'.repeat(count) } }).success;
  expect([takes(most), takes(most + 1)]).toEqual([true, false]);
});

test('no limit of a text counts anything but code points', () => {
  const one = { label: '😀'.repeat(45), value: '😀'.repeat(50) };
  const body = {
    websiteId: '😀'.repeat(50),
    personId: '😀'.repeat(50),
    primaryAddress: { jobTitle: '😀'.repeat(255), phoneNumbers: [one], emails: [{ ...one, value: 'a@example.com' }] },
  };
  expect(CustomerInput.safeParse(body).error).toBeUndefined();
  expect(z.string().max(1).safeParse('😀').success).toBe(true);
});
