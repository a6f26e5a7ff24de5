import { createEmulator } from '@customer-contracts/emulator';
import { ValidationProblem } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;

function put(emulator: ReturnType<typeof createEmulator>, path: string, body: string): Promise<Response> {
  const headers = { 'REB-APIKEY': 'key', 'Content-Type': 'application/json' };
  return emulator.fetch(new Request(`http://emulator${path}`, { method: 'PUT', headers, body }));
}

/** As many of the items as fit into a list of so many bytes. */
function listOf(item: string, bytes: number): string {
  return `[${Array.from({ length: Math.floor((bytes - 40) / (item.length + 1)) }, () => item).join(',')}]`;
}

const valid = {
  taxNumbers: '{"type":"other","value":"x"}',
  notificationEmails: '"ada@example.com"',
  emails: '{"label":"main","value":"ada@example.com"}',
};
const taxNumbers = (list: string) => `{"taxNumbers":${list}}`;
const notificationEmails = (list: string) => `{"notificationEmails":${list}}`;
const emails = (list: string) => `{"primaryAddress":{"emails":${list}}}`;
const phoneNumbers = (list: string) => `{"primaryAddress":{"phoneNumbers":${list}}}`;

test.each([
  ['empty objects', taxNumbers, valid.taxNumbers, '{}'],
  ['objects that are half there', taxNumbers, valid.taxNumbers, '{"type":"no"}'],
  ['texts that are no addresses', notificationEmails, valid.notificationEmails, '"a"'],
  ['numbers', notificationEmails, valid.notificationEmails, '1'],
  ['lists', notificationEmails, valid.notificationEmails, '[]'],
  ['addresses without a label', emails, valid.emails, '{"value":"x"}'],
  ['empty phone numbers', phoneNumbers, valid.emails, '{}'],
])('a body of %s is refused, and the answer stays short', async (_, bodyOf, good, bad) => {
  using emulator = createEmulator({ credentials, rateLimit: false });
  for (const bytes of [24_000, 999_000]) {
    const taken = await put(emulator, '/customers/ada', bodyOf(listOf(good, bytes)));
    expect(taken.ok).toBe(true);
    const refused = await put(emulator, '/customers/ada', bodyOf(listOf(bad, bytes)));
    expect(refused.status).toBe(422);
    expect((await refused.text()).length).toBeLessThan(20_000);
  }
});

async function problemOf(body: string): Promise<ValidationProblem> {
  using emulator = createEmulator({ credentials, rateLimit: false });
  const response = await put(emulator, '/customers/ada', body);
  return ValidationProblem.parse(await response.json());
}

test('the first 100 broken rules are named, in the order of the body, and the others are counted', async () => {
  const { detail, invalidFields = [] } = await problemOf(
    `{"notificationEmails":["x"],"taxNumbers":[${'{},'.repeat(8000)}{}],"locale":1}`,
  );
  expect(detail).toBe('The body breaks a rule of the API. 100 broken rules are named; there are 15904 more.');
  expect(invalidFields).toHaveLength(100);
  expect(invalidFields.map(({ field }) => field).slice(0, 4)).toEqual([
    'notificationEmails.0',
    'taxNumbers.0.type',
    'taxNumbers.0.value',
    'taxNumbers.1.type',
  ]);
});

test('of a list that is longer than need be looked at, at least as many are counted', async () => {
  const { detail, invalidFields } = await problemOf(taxNumbers(listOf('{}', 300_000)));
  expect(detail).toBe('The body breaks a rule of the API. 100 broken rules are named; there are at least 32668 more.');
  expect(invalidFields).toHaveLength(100);
});

test('a mistake far behind in a long list is found, and named by its place', async () => {
  const list = listOf('"a@b.cd"', 500_000).replace(/]$/, ',"no"]');
  const { detail, invalidFields } = await problemOf(notificationEmails(list));
  expect(detail).toBe('The body breaks a rule of the API.');
  expect(invalidFields).toEqual([{ field: 'notificationEmails.55551', message: 'Invalid email address' }]);
});

test('a long list of what the organization itself decides is taken whole', async () => {
  using emulator = createEmulator({ credentials, rateLimit: false });
  const response = await put(emulator, '/customers/ada', `{"customFields":{"list":${listOf('1', 200_000)}}}`);
  expect(response.status).toBe(201);
  expect(await response.text()).toContain(`"list":${listOf('1', 200_000)}`);
});
