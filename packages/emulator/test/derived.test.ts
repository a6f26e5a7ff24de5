import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { createEmulator } from '@customer-contracts/emulator';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { temporaryFolder } from './temporary-folder.ts';

const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;
const countries = ['US', 'DE', 'GB', undefined] as const;
/** Texts that fold, split or quote otherwise than others. */
const names = [
  'İstanbul',
  'ISTANBUL',
  'Straße',
  'STRASSE',
  'ΟΔΟΣ',
  'οδος',
  'Ǆemal',
  'a\0bc',
  '😀😃😄😅',
  'é',
  'e\u0301',
  '"quoted"',
  'ann*',
  'NEAR(ann',
  'ann AND bob',
  '^ann',
  'words:ann',
  '{ann}',
  "o'neil",
  '漢字仮名',
  'x',
  'xy',
  'xyz',
  '%_%',
];

interface Person {
  readonly firstName: string;
  readonly country: (typeof countries)[number];
}

const id = fc.nat(40).map((number) => `customer-${number}`);
const person = fc.record({ firstName: fc.constantFrom(...names, '\ud800abc'), country: fc.constantFrom(...countries) });
const change = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('put' as const), id, person }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), id, target: id }) },
);

test('after any changes, totals and q are those of the customers that there are', async () => {
  await using folder = await temporaryFolder();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 200, size: 'max' }), async (changes) => {
      const database = join(folder.path, `${(round += 1)}.db`);
      using emulator = createEmulator({ database, credentials, rateLimit: false });
      const ask = (method: string, path: string, body?: object) =>
        emulator.fetch(
          new Request(`http://emulator${path}`, {
            method,
            headers: { 'REB-APIKEY': 'key' },
            ...(body && { body: JSON.stringify(body) }),
          }),
        );
      const expected = new Map<string, Person>();
      const statuses: { readonly status: number; readonly expected: number }[] = [];
      for (const each of changes) {
        if (each.kind === 'put') {
          const { status } = await ask('PUT', `/customers/${each.id}`, { primaryAddress: each.person });
          statuses.push({ status, expected: expected.has(each.id) ? 200 : 201 });
          expected.set(each.id, each.person);
        } else {
          const isPossible = expected.has(each.id) && expected.has(each.target);
          const { status } = await ask('DELETE', `/customers/${each.id}?targetCustomerId=${each.target}`);
          statuses.push({ status, expected: each.id === each.target ? 422 : isPossible ? 204 : 404 });
          if (status === 204) expected.delete(each.id);
        }
      }
      expect(statuses.map(({ status }) => status)).toEqual(statuses.map((each) => each.expected));
      const listed = async (query: string) => {
        const response = await ask('GET', `/customers?limit=1000&sort=id&fields=id&${query}`);
        const body: unknown = await response.json();
        return { body, total: response.headers.get('pagination-total') };
      };
      const those = (holds: (person: Person, id: string) => boolean) => {
        const found = [...expected].filter(([key, each]) => holds(each, key)).map(([key]) => ({ id: key }));
        return { body: found.toSorted((one, other) => (one.id < other.id ? -1 : 1)), total: String(found.length) };
      };
      expect(await listed('')).toEqual(those(() => true));
      expect(await listed('filter=primaryAddress.country:us')).toEqual(those(({ country }) => country === 'US'));
      expect(await listed('filter=primaryAddress.country:!US,!DE')).toEqual(
        those(({ country }) => country !== 'US' && country !== 'DE'),
      );
      for (const name of names) {
        const words = name.toLowerCase().split(/\s+/);
        const has = ({ firstName }: Person) => words.every((word) => firstName.toLowerCase().includes(word));
        const found = await listed(`q=${encodeURIComponent(name)}`);
        expect({ name, ...found }).toEqual({ name, ...those(has) });
      }
      using file = new DatabaseSync(database);
      const counted = file.prepare('SELECT sum(count) AS count FROM totals').get()?.['count'] ?? 0;
      expect(counted).toBe(expected.size);
      expect(Number(file.prepare('SELECT count(*) AS count FROM bodies').get()?.['count'])).toBe(expected.size);
      file.exec("INSERT INTO search (search) VALUES ('integrity-check')");
    }),
    { numRuns: 15 * testSizes.properties },
  );
});
