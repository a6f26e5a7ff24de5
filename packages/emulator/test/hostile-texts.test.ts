import { formatLogEntry, type LogEntry, startEmulator } from '@customer-contracts/emulator';
import { Customer } from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { send } from './send.ts';

const halves = String.raw`"\ud800"`;

test.each(['websiteId', 'defaultPaymentInstrumentId'])(
  'half of a surrogate pair in %s is no mistake of ours',
  async (member) => {
    await using emulator = await startEmulator();
    const { status, body } = await send(emulator, 'PUT /customers/ada', `{"${member}":${halves}}`);
    expect(status).toBe(201);
    expect(JSON.stringify(Customer.parse(body)._links)).toContain('/%EF%BF%BD"');
    expect(await send(emulator, 'GET /customers/ada')).toMatchObject({ status: 200, body });
  },
);

/** Texts that somebody might put where they do harm: in a URL, a log, a terminal. */
const text = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 20 }),
  fc.constantFrom('\u001B[2J', '\u009B31m', '\u202Eabc', '\ud83d', '../../x', '?a=b#c', '%', '\u0000', 'a\r\nb: c'),
);
const member = fc.constantFrom(
  'websiteId',
  'defaultPaymentInstrumentId',
  'preferredPayoutInstrumentId',
  'personId',
  'locale',
);

test('no text of a body does harm, wherever it comes to stand', async () => {
  const entries: LogEntry[] = [];
  await using emulator = await startEmulator({ rateLimit: false, log: (entry) => entries.push(entry) });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(member, text), text, text, async (members, name, source) => {
      const body = {
        ...members,
        primaryAddress: { firstName: name || null, emails: [{ label: name.slice(0, 45), value: source }] },
        notificationEmails: [name],
        taxNumbers: [{ type: source, value: name }],
        leadSource: { source, referrer: name },
        customFields: { [source]: name },
      };
      const { status, body: refused } = await send(emulator, 'PUT /customers/ada', body);
      expect(status).toBe(422);
      expect(JSON.stringify(refused)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      const taken = await send(emulator, 'PUT /customers/ada', members);
      expect(taken.status).toBeLessThan(300);
      for (const { href = '' } of Customer.parse(taken.body)._links ?? []) expect(href).toMatch(/^[\w/.~!*'()%-]+$/);
    }),
    { seed: 17, numRuns: 300 },
  );
  for (const entry of entries) expect(formatLogEntry(entry)).toMatch(/^[\x20-\x7E]+$/);
});

test('a line of the log takes any target and method', () => {
  const line = (target: string, method = 'GET') =>
    formatLogEntry({ time: new Date(0), method, target, status: 404, faults: [], milliseconds: 1 });
  expect(line('/\ud800')).toBe('00:00:00 GET /%EF%BF%BD 404 - 1.0 ms');
  expect(line('/\u009B31m')).toBe('00:00:00 GET /%C2%9B31m 404 - 1.0 ms');
  expect(line('/', '\u001B[2J')).toBe(String.raw`00:00:00 \u{1b}[2J / 404 - 1.0 ms`);
});
