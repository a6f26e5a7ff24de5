import { createEmulator } from '@customer-contracts/emulator';
import { lint, parsePact } from '@customer-contracts/pact-files';
import { fieldAliases, filterFields, sortFields } from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';

import { testSizes } from '../../../test-sizes.ts';
import { key, raw, rawPact } from './raw-pact.ts';

const emulator = createEmulator({
  credentials: [{ kind: 'apiKey', secret: key['REB-APIKEY'], organizations: ['org_01'] }],
  valueLists: { vip: ['Ann', 'Bob'] },
});
afterAll(() => emulator.close());

/** A parameter of the list, and its value. */
interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** Whether the emulator refuses each of the parameters. */
function refusedByEmulator(parameters: readonly Parameter[]): Promise<readonly boolean[]> {
  return Promise.all(
    parameters.map(async ({ name, value }) => {
      const query = new URLSearchParams([[name, value]]).toString();
      const { status } = await emulator.fetch(new Request(`http://emulator/customers?${query}`, { headers: key }));
      if (status !== 200 && status !== 400) throw new Error(`The emulator answered ${status} to ${name}=${value}.`);
      return status === 400;
    }),
  );
}

/** Whether lint has an error against each of the parameters. */
async function refusedByLint(parameters: readonly Parameter[]): Promise<readonly boolean[]> {
  const interactions = parameters.map(({ name, value }, index) =>
    raw.list({ query: { [name]: [value] }, description: String(index) }),
  );
  const findings = await lint([parsePact(rawPact(interactions), 'pact.json')]);
  const refused = new Set(findings.map(({ interaction }) => interaction));
  return parameters.map((_, index) => refused.has(String(index)));
}

const blank = fc.constantFrom('', '', '', ' ', '\n', '  ');
const number = fc.constantFrom('0', '3', '-12.5', '1e3', '5.', '0x10', '+1', '１');
const moment = fc.constantFrom(
  '2026-01-31T09:30:00Z',
  '2026-01-31T09:30:00.5+02:00',
  '2026-01-31 09:30:00',
  '2026-13-01T00:00:00Z',
);
const day = fc.constantFrom('1980-04-01', '1980-02-30', '1.4.1980', '2026');
const word = fc.constantFrom(
  'Ann',
  'many',
  'New York',
  'true',
  'FALSE',
  'True',
  'null',
  '*',
  '"x"',
  'ann@example.com',
  '',
  'a:b',
  '!',
  '.',
);
const value = fc.oneof(number, moment, day, word);
const range = fc.tuple(value, value).map(([from, to]) => `${from}..${to}`);
const term = fc
  .tuple(blank, fc.constantFrom('', '', '', '!', '!!'), fc.oneof(value, value, range, fc.constant('@')), blank)
  .map((parts) => parts.join(''));
const field = fc.oneof(
  fc.constantFrom(...Object.keys(filterFields)),
  fc.constantFrom(...Object.keys(fieldAliases), 'customFields.vip', 'customFields.plan.name'),
  fc.constantFrom(
    'primaryAddress',
    'primaryAddress.zip',
    'createdAt',
    'constructor',
    'customFields',
    '_links.rel',
    'a b',
    '',
    'email.',
  ),
);
const clause = fc
  .tuple(
    blank,
    field,
    blank,
    fc.constantFrom(':', ':', ':', ':', ':', '='),
    fc.array(term, { minLength: 1, maxLength: 3 }),
  )
  .map(([before, name, after, colon, terms]) => `${before}${name}${after}${colon}${terms.join(',')}`);
const filter = fc.array(clause, { maxLength: 3 }).map((clauses) => clauses.join(';'));
// Which lists there are, the organization alone knows.
const list = fc.constantFrom('primaryAddress.country:@vip', 'firstName:!@vip, Eve');

const sortName = fc.oneof(
  fc.constantFrom(...sortFields),
  fc.constantFrom('firstName', 'createdAt', 'primaryAddress.city', '', 'constructor'),
);
const sort = fc
  .array(
    fc.tuple(blank, fc.constantFrom('', '-', '--', '+'), sortName, blank).map((parts) => parts.join('')),
    { maxLength: 3 },
  )
  .map((names) => names.join(','));
const count = fc.oneof(number, fc.constantFrom('10', '1000', '007', '', ' 5', '5 ', '1.5', '-1', 'all', 'NaN'));

const parameter = fc.oneof(
  { weight: 6, arbitrary: filter.map((text) => ({ name: 'filter', value: text })) },
  { weight: 1, arbitrary: list.map((text) => ({ name: 'filter', value: text })) },
  { weight: 3, arbitrary: sort.map((text) => ({ name: 'sort', value: text })) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('limit', 'offset'), count).map(([name, text]) => ({ name, value: text })),
  },
  { weight: 1, arbitrary: value.map((text) => ({ name: 'q', value: text })) },
);

test('lint refuses exactly the filters, sorts and counts that the emulator refuses', async () => {
  const parameters = fc.sample(parameter, { seed: 16, numRuns: 6000 * testSizes.properties });
  const [byEmulator, byLint] = await Promise.all([refusedByEmulator(parameters), refusedByLint(parameters)]);
  const differing = parameters.filter((_, index) => byEmulator[index] !== byLint[index]);
  expect(differing).toEqual([]);
  for (const name of ['filter', 'sort', 'limit', 'offset']) {
    const verdicts = byEmulator.filter((_, index) => parameters[index]?.name === name);
    expect(new Set(verdicts), name).toEqual(new Set([true, false]));
  }
});

test('lint refuses a limit that the emulator takes for the highest one, as the document does', async () => {
  const above = [
    { name: 'limit', value: '1001' },
    { name: 'offset', value: '99999' },
  ];
  expect(await refusedByEmulator(above)).toEqual([false, false]);
  expect(await refusedByLint(above)).toEqual([true, true]);
});

test('lint has something against names that the emulator passes over', async () => {
  const unknown = [
    { name: 'fields', value: 'id, emial' },
    { name: 'expand', value: 'invoices' },
  ];
  expect(await refusedByEmulator(unknown)).toEqual([false, false]);
  expect(await refusedByLint(unknown)).toEqual([true, true]);
  expect(await refusedByLint([{ name: 'fields', value: 'id, email' }])).toEqual([false]);
});
