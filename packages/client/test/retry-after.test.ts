import { execFileSync } from 'node:child_process';

import { createCustomersClient, isCustomersApiError, type HttpFetch } from '@customer-contracts/client';
import { expect, test } from 'vitest';

import { apiKey } from './serve.ts';

/** What an error says of how long to wait, in ms, after a 429 with these headers. */
async function waitAfter(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const fetch: HttpFetch = async () => ({ status: 429, headers: new Headers(headers), text: async () => '' });
  const client = createCustomersClient({ server: 'sandbox', organizationId: 'demo', apiKey, fetch, maxRetries: 0 });
  const error: unknown = await client.getCustomer({ id: 'cus_01' }).catch((reason: unknown) => reason);
  if (!isCustomersApiError(error, 'TooManyRequestsError')) throw error;
  return error.retryAfter;
}

const sent = Date.UTC(2024, 3, 15, 13, 15);
const date = new Date(sent).toUTCString();
const century = 100 * 365.25 * 86_400_000;

test.each<[string, number | undefined]>([
  // Seconds to wait: RFC 9110, 10.2.3.
  ['120', 120_000],
  ['0', 0],
  ['007', 7000],
  ['999999999', 999_999_999_000],
  // Unix time, as Rebilly's own document has it.
  ['1713187500', 600_000],
  [String(sent / 1000), 0],
  ['1000000000', 0],
  // In ms, as some gateways have it.
  [String(sent + 600_000), 600_000],
  ['1000000000000', 0],
  ['999999999999', 999_999_999_999_000 - sent],
  [String((sent + century) / 1000), century],
  // The dates of RFC 9110, 5.6.7, and one that is over, as in 10.2.3.
  ['Mon, 15 Apr 2024 13:25:00 GMT', 600_000],
  ['Monday, 15-Apr-24 13:25:00 GMT', 600_000],
  ['Mon Apr 15 13:25:00 2024', 600_000],
  ['Wed May  1 13:15:00 2024', 16 * 86_400_000],
  ['Fri, 31 Dec 1999 23:59:59 GMT', 0],
  ['Friday, 31-Dec-99 23:59:59 GMT', 0],
  // And that of RFC 3339.
  ['2024-04-15T13:25:00Z', 600_000],
  ['2024-04-15T15:25:00+02:00', 600_000],
  // Nothing that can be understood.
  ['', undefined],
  ['soon', undefined],
  ['5 minutes', undefined],
  ['1e3', undefined],
  ['0x10', undefined],
  ['120, 120', undefined],
  ['9'.repeat(400), undefined],
  ['1.5', undefined],
  ['-5', undefined],
  ['soon, 5', undefined],
  ['Apr 15 2024', undefined],
  ['2024-04-15', undefined],
  ['2024-04-15T13:25:00', undefined],
  ['2024-02-30T13:25:00Z', undefined],
  ['Mon, 15 Apr 2024 13:25:00', undefined],
  ['Mon, 15 Apr 2024 13:25:00 PST', undefined],
  ['Mon, 32 Apr 2024 13:25:00 GMT', undefined],
  ['Mon, 15 Foo 2024 13:25:00 GMT', undefined],
  ['Mon, 15 Apr 2024 25:00:00 GMT', undefined],
])('both headers read "%s" alike', async (text, expected) => {
  expect(await waitAfter({ date, 'X-RateLimit-Retry-After': text })).toBe(expected);
  expect(await waitAfter({ date, 'Retry-After': text })).toBe(expected);
});

test.each([
  ['its own header goes first', { 'X-RateLimit-Retry-After': '1', 'Retry-After': '2' }, 1000],
  ['the standard one stands in for one that is odd', { 'X-RateLimit-Retry-After': 'soon', 'Retry-After': '2' }, 2000],
  ['neither says anything', {}, undefined],
])('of the two headers, %s', async (_, headers, expected) => {
  expect(await waitAfter({ date, ...headers })).toBe(expected);
});

test.each([undefined, 'yesterday', '5'])('without a date, here %s, the clock of this machine counts', async (odd) => {
  const until = Math.ceil(Date.now() / 1000) + 600;
  const wait = await waitAfter({ ...(odd !== undefined && { date: odd }), 'X-RateLimit-Retry-After': `${until}` });
  expect(wait).toBeLessThanOrEqual(601_000);
  expect(wait).toBeGreaterThan(590_000);
});

test('a date without a zone is one of UTC, wherever the machine is', () => {
  const program = `
    import { createCustomersClient } from '@customer-contracts/client';
    const headers = new Headers({ Date: 'Mon Apr 15 13:15:00 2024', 'Retry-After': 'Mon, 15 Apr 2024 13:25:00 GMT' });
    const fetch = async () => ({ status: 429, headers, text: async () => '' });
    const client = createCustomersClient({ server: 'sandbox', apiKey: 'key', fetch, maxRetries: 0 });
    await client.getCustomer({ id: 'cus_01' }).catch((error) => console.log(error.retryAfter));
  `;
  const env = { ...process.env, TZ: 'America/New_York' };
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { env, encoding: 'utf8' });
  expect(output).toBe('600000\n');
});

test('a 503 says how long to wait, too', async () => {
  const fetch: HttpFetch = async () => ({
    status: 503,
    headers: new Headers({ 'Retry-After': '50' }),
    text: async () => '',
  });
  const client = createCustomersClient({ server: 'sandbox', organizationId: 'demo', apiKey, fetch, maxRetries: 0 });
  await expect(client.getCustomer({ id: 'cus_01' })).rejects.toMatchObject({ status: 503, retryAfter: 50_000 });
});
