import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { collected, standIn } from './stand-in.ts';
import { runSeed } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const withEmail = (id: string, value: string) => ({ id, primaryAddress: { emails: [{ label: 'main', value }] } });

/** What the plan says of the reach of a payload with these records. */
async function reachOf(records: readonly object[]) {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const payload = join(folder.path, 'own.ndjson');
  await writeFile(payload, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const { onEvent, ofType } = collected();
  await seedCustomers({ ...api.target, payload, onEvent, dryRun: true, rejects: join(folder.path, 'rejects') });
  return ofType('plan')[0]?.reachable;
}

test.each([
  ['an address of a real host', withEmail('a', 'ada@gmail.com'), 'primaryAddress.emails.0.value: mail to gmail.com'],
  ['one in capitals', withEmail('a', 'ADA@Corp.DE'), 'primaryAddress.emails.0.value: mail to Corp.DE'],
  [
    'one below a name like a reserved one',
    withEmail('a', 'a@notexample.com'),
    'primaryAddress.emails.0.value: mail to',
  ],
  [
    'one in a custom field',
    { id: 'a', customFields: { note: 'ask bob@corp.de' } },
    'customFields.note: mail to corp.de',
  ],
  ['a real link', { id: 'a', leadSource: { referrer: 'https://google.com/' } }, 'leadSource.referrer: google.com'],
  [
    'a phone number',
    { id: 'a', primaryAddress: { phoneNumbers: [{ label: 'main', value: '+49 30 1234567' }] } },
    'primaryAddress.phoneNumbers.0.value: somebody may have this number',
  ],
])('a payload with %s is told of, with its line and member', async (_, record, first) => {
  const reachable = await reachOf([withEmail('safe', 'a@example.com'), record]);
  expect(reachable?.records).toBe(1);
  expect(reachable?.first).toContain(`own.ndjson line 2, ${first}`);
});

test('reserved names reach nobody, however they are written, and what can not be written reaches nobody either', async () => {
  const records = ['a@example.com', 'b@EXAMPLE.org', 'c@mail.example.net', 'd@staging.test', 'e@corp.invalid'];
  const bad = { id: 'a b', primaryAddress: { emails: [{ label: 'main', value: 'ada@gmail.com' }] } };
  expect(await reachOf([...records.map((value, index) => withEmail(`r-${index}`, value)), bad])).toBeNull();
});

test('the command says so before it writes', async () => {
  await using folder = await temporaryFolder();
  await using api = await standIn();
  const payload = join(folder.path, 'own.ndjson');
  await writeFile(payload, ['a', 'b'].map((id) => `${JSON.stringify(withEmail(id, `${id}@gmail.com`))}\n`).join(''));
  const { stderr, code } = await runSeed(['--to', api.target.to, '--payload', payload], {
    CUSTOMERS_API_KEY: api.target.apiKey,
  });
  expect(stderr).toContain(
    `2 records of the payload may reach somebody. The first: ${payload} line 1, primaryAddress.emails.0.value: mail to gmail.com may arrive, use example.com\n`,
  );
  expect(code).toBe(0);
});
