import { readFile } from 'node:fs/promises';

import { lint, readPacts } from '@customer-contracts/pact-files';
import { VerificationError, verifyProvider, type Verification } from '@customer-contracts/pact/verify';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { type Construct, constructs, variantRows } from './constructs.ts';
import { send } from './send.ts';
import { startProvider } from './start-provider.ts';
import { temporaryPacts } from './temporary-pacts.ts';

test('lets a provider answer what a schema takes, and nothing else', { timeout: 60_000 }, async () => {
  await using pacts = await temporaryPacts();
  for (const [index, { schema, example }] of constructs.entries()) {
    const call = { id: `row_${index}` };
    await pacts.pact
      .getCustomer(call)
      .allow('probe', example)
      .reads(schema)
      .as(`row ${index}`)
      .only('complete')
      .test(async (mock) => {
        expect((await send('getCustomer', call, mock)).body).toEqual({ probe: example });
      })();
  }
  await pacts.merged();

  let answers: readonly unknown[] = [];
  await using provider = await startProvider(({ url = '' }) => ({
    probe: answers[Number(/row_(\d+)$/.exec(url)?.[1])],
  }));
  /** Which constructs are honoured when each is answered with the value of a round; one without repeats its last. */
  const honoured = async (valuesOf: (construct: Construct) => readonly unknown[], round: number) => {
    answers = constructs.map((construct) => valuesOf(construct)[Math.min(round, valuesOf(construct).length - 1)]);
    const { interactions } = await verifyProvider({
      baseUrl: provider.url,
      pacts: [pacts.directory],
      states: { customerExists: () => ({ apiKey: 'key' }) },
    }).catch(verificationOf);
    const passed = new Set(interactions.filter(({ isPassed }) => isPassed).map(({ description }) => description));
    return constructs.map((_, index) => passed.has(`row ${index}, complete`));
  };
  const named = (results: readonly boolean[], wrong: boolean) =>
    constructs.filter((_, index) => results[index] === wrong).map(({ row, example }) => [row, example]);

  for (let round = 0; round < 4; round += 1) {
    expect(named(await honoured(({ passes }) => passes, round), false)).toEqual([]);
    expect(named(await honoured(({ fails }) => fails, round), true)).toEqual([]);
  }
});

test('has values for each row of the table in the README', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const [, section = ''] = /## What a schema becomes([\s\S]*?)\n## /.exec(readme) ?? [];
  const rows = [...section.matchAll(/^\| (.+?) +\|/gm)].map(([, row]) => row).slice(2);

  expect(new Set(rows)).toEqual(new Set([...constructs.map(({ row }) => row), ...variantRows]));
});

test('pins what may be null or absent by the state: there in the complete answer, not in the bare one', async () => {
  await using pacts = await temporaryPacts();
  const Read = z.object({
    createdTime: z.coerce.date().optional(),
    paymentCount: z.coerce.string().optional(),
    company: z.object({ name: z.string().nullable() }).nullable(),
  });
  await pacts.pact
    .getCustomer({ id: 'cus_01' })
    .reads(Read)
    .test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await pacts.merged();
  /** Which of the two answers are honoured. */
  const honoured = async (complete: object, rest: object) => {
    let answer = {};
    await using provider = await startProvider(() => answer);
    const { interactions } = await verifyProvider({
      baseUrl: provider.url,
      pacts: [pacts.directory],
      states: {
        customerExists: ({ view }) => {
          answer = view === 'bare' ? rest : complete;
          return { apiKey: 'key' };
        },
      },
    }).catch(verificationOf);
    return interactions.filter(({ isPassed }) => isPassed).map(({ variant }) => variant);
  };
  const bare = { company: null };
  const full = { company: { name: 'Rebilly' }, createdTime: '2026-03-08T12:57:32Z', paymentCount: 3 };
  const { createdTime, ...undated } = full;

  expect(await honoured(full, bare)).toEqual(['bare', 'complete']);
  expect(await honoured({ ...full, company: null }, { ...bare, company: full.company })).toEqual([]);
  expect(await honoured(undated, { ...bare, createdTime })).toEqual(['bare']);
  expect(await honoured({ ...full, createdTime: 'yesterday' }, bare)).toEqual(['bare']);
  expect(await honoured({ ...full, paymentCount: 'three' }, bare)).toEqual(['bare']);
});

test('follows a schema that refers to itself in each customer of a collection', async () => {
  await using pacts = await temporaryPacts();
  const Person = z.object({
    id: z.string(),
    get referredBy() {
      return Person.nullish();
    },
  });
  await pacts.pact
    .getCustomerCollection()
    .allow('referredBy', { id: 'cus_00' })
    .reads(Person)
    .only('complete')
    .test((mock) => send('getCustomerCollection', {}, mock))();
  await pacts.merged();
  const isHonoured = async (customer: object) => {
    await using provider = await startProvider(() => [customer]);
    const { interactions } = await verifyProvider({
      baseUrl: provider.url,
      pacts: [pacts.directory],
      states: { customersExist: () => ({ apiKey: 'key' }) },
    }).catch(verificationOf);
    return interactions.every(({ isPassed }) => isPassed);
  };

  expect(await isHonoured({ id: 'cus_02', referredBy: { id: 'cus_03' } })).toBe(true);
  expect(await isHonoured({ id: 'cus_02', referredBy: { id: 3 } })).toBe(false);
  expect(await isHonoured({ id: 'cus_02', referredBy: {} })).toBe(false);
});

test('matches a member whose name has a quote in it, as it does the others', async () => {
  const customFields = { "it's": 'gold', seats: 12, 'since when': '2026' };
  await using pacts = await temporaryPacts({ customFields });
  const Fields = z.object({ "it's": z.string(), seats: z.int(), 'since when': z.string() });
  await pacts.pact
    .getCustomer({ id: 'cus_01' })
    .reads(z.object({ customFields: Fields }))
    .only('complete')
    .test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await pacts.merged();
  const reasonsAgainst = async (answer: object) => {
    await using provider = await startProvider(() => ({ customFields: answer }));
    const { interactions } = await verifyProvider({
      baseUrl: provider.url,
      pacts: [pacts.directory],
      states: { customerExists: () => ({ apiKey: 'key' }) },
    }).catch(verificationOf);
    return interactions.flatMap(({ reasons }) => reasons);
  };
  const { "it's": _, ...others } = customFields;

  expect(await reasonsAgainst({ "it's": 'silver', seats: 3, 'since when': 'ever' })).toEqual([]);
  expect(await reasonsAgainst({ ...customFields, "it's": 5 })).toEqual([
    "$.customFields['it\\'s']: Expected 5 (Integer) to be the same type as 'gold' (String)",
  ]);
  expect(await reasonsAgainst(others)).toEqual(["$.customFields: Actual map is missing the following keys: it's"]);
  expect(await lint(await readPacts([pacts.directory]))).toEqual([]);
});

function verificationOf(error: unknown): Verification {
  if (error instanceof VerificationError) return error.verification;
  throw error;
}
