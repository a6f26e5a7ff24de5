import { LeadSource } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';
import { byDescription, temporaryPacts } from './temporary-pacts.ts';

const Summary = z.object({ id: z.string(), email: z.email().nullable() });

test('runs once with every member present and once with the nullable ones null', async () => {
  await using pacts = await temporaryPacts();
  const seen: (readonly [string, unknown])[] = [];

  await pacts.pact
    .getCustomer({ id: 'cus_01' })
    .reads(Summary)
    .test(async ({ variant, example, ...mock }) => {
      const { body } = await send('getCustomer', { id: 'cus_01' }, mock);
      expect(body).toEqual(example);
      seen.push([variant, body]);
    })();

  expect(seen).toMatchObject([
    ['complete', { id: 'cus_01' }],
    ['bare', { id: 'cus_01', email: null }],
  ]);
  const interactions = byDescription(await pacts.merged());
  expect([...interactions.keys()]).toEqual([
    'get a customer: 200, bare, reading email, id',
    'get a customer: 200, complete, reading email, id',
  ]);
  expect(interactions.get('get a customer: 200, bare, reading email, id')?.providerStates).toEqual([
    { name: 'a customer exists', params: { id: 'cus_01', view: 'bare' } },
  ]);
});

test('runs a collection a third time without customers', async () => {
  await using pacts = await temporaryPacts();
  const sizes: unknown[] = [];

  await pacts.pact
    .getCustomerCollection({ limit: 10 })
    .reads(Summary)
    .test(async ({ variant, example, ...mock }) => {
      const { body } = await send('getCustomerCollection', { limit: 10 }, mock);
      expect(body).toEqual(example);
      sizes.push([variant, example.length]);
    })();

  expect(sizes).toEqual([
    ['complete', 2],
    ['bare', 2],
    ['empty', 0],
  ]);
});

test('has no bare answer where the schema requires what a state must make come', async () => {
  await using pacts = await temporaryPacts();
  const variants: unknown[] = [];

  await pacts.pact
    .getCustomerLeadSource({ id: 'cus_01' })
    .reads(z.object({ medium: z.string().nullable(), createdTime: z.string() }))
    .test(async ({ variant, ...mock }) => {
      variants.push(variant);
      await send('getCustomerLeadSource', { id: 'cus_01' }, mock);
    })();

  expect(variants).toEqual(['complete']);
});

test('runs one answer alone when told to', async () => {
  await using pacts = await temporaryPacts();
  const variants: unknown[] = [];
  const interaction = pacts.pact.getCustomerLeadSource({ id: 'cus_01' }).reads(LeadSource);

  await interaction.only('bare').test(async ({ variant, ...mock }) => {
    variants.push(variant);
    await send('getCustomerLeadSource', { id: 'cus_01' }, mock);
  })();

  expect(variants).toEqual(['bare']);
  await expect(interaction.only('empty').test(() => {})()).rejects.toThrow(
    "Failed to run getCustomerLeadSource 200: it has no variant empty. Leave only('empty') out.",
  );
});

test('gives what the schema makes of the answer as example, and the answer itself as response', async () => {
  await using pacts = await temporaryPacts();

  await pacts.pact
    .getCustomer({ id: 'cus_01' })
    .reads(
      z.object({
        createdTime: z.coerce.date(),
        locale: z
          .string()
          .nullish()
          .transform((locale) => locale ?? 'en'),
      }),
    )
    .test(async ({ example, response, ...mock }) => {
      await send('getCustomer', { id: 'cus_01' }, mock);
      expect(example.createdTime).toBeInstanceOf(Date);
      expect(response.createdTime).toBe(example.createdTime.toISOString().replace('.000', ''));
    })();
});

test('says which answer a failing test ran against, and leaves the error what it is', async () => {
  await using pacts = await temporaryPacts();

  const test = pacts.pact
    .getCustomer({ id: 'cus_01' })
    .reads(Summary)
    .test(async ({ example, ...mock }) => {
      await send('getCustomer', { id: 'cus_01' }, mock);
      if (example.email === null) throw new RangeError('no e-mail address');
    });

  await expect(test()).rejects.toThrow(new RangeError('no e-mail address\n(the bare answer)'));
});

test('answers a write with what was sent, and null for what was not', async () => {
  await using pacts = await temporaryPacts();
  const call = { id: 'cus_01', body: { primaryAddress: { emails: [{ label: 'main', value: 'ada@example.com' }] } } };

  await pacts.pact
    .putCustomer(call)
    .respondsWith(201)
    .reads(z.object({ id: z.string(), email: z.string().nullable(), locale: z.string().nullable() }))
    .test(async ({ response, ...mock }) => {
      const { body } = await send('putCustomer', call, mock);
      expect(body).toEqual({ id: 'cus_01', email: 'ada@example.com', locale: null });
      expect(response).toEqual(body);
    })();
});
