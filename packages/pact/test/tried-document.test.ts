import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { CustomersPact, TestFunction } from '@customer-contracts/pact';
import { openEnum, PaymentMethod } from '@customer-contracts/schemas';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import { anotherDocument, type DocumentChange, member, operation } from './another-document.ts';
import { type Address, send } from './send.ts';
import { temporaryPacts } from './temporary-pacts.ts';

/** A consumer whose code breaks by a change that no comparison of documents connects with it, and what it is told. */
interface SeededConsumer {
  readonly changes: readonly DocumentChange[];
  readonly test: (pact: CustomersPact) => TestFunction;
  readonly told: string;
}

const id = 'cus_01';
const getCustomer = (mock: Address) => send('getCustomer', { id }, mock);
const reading = (schema: z.ZodType) => (pact: CustomersPact) =>
  pact
    .getCustomer({ id })
    .reads(schema)
    .test(async (mock) => {
      await getCustomer(mock);
    });

/** What a consumer without a schema takes an answer for. */
interface Body {
  readonly tags: readonly { readonly name: string; readonly type: string }[];
  readonly defaultPaymentInstrument: { readonly method: string };
  readonly websiteId: string;
  readonly createdTime: string;
  readonly title: string;
}

const unread = (check: (body: Body) => void) => (pact: CustomersPact) =>
  pact.getCustomer({ id }).test(async (mock) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as many consumers do it
    check((await getCustomer(mock)).body as Body);
  });

const icons: Readonly<Record<string, string>> = { 'payment-card': 'card', paypal: 'paypal' };

const seeded: Readonly<Record<string, SeededConsumer>> = {
  'a refinement of a text': {
    changes: [member('Customer', 'email', { type: ['string', 'null'] })],
    test: reading(z.object({ email: z.string().nullable().refine((email) => email?.includes('@') !== false) })),
    told: 'email may have one character, and the schema refuses it (Invalid input). Accept it.',
  },
};

describe('is found by the tests of a consumer, and by no comparison of documents', () => {
  test.each(Object.entries(seeded))('%s', async (_, { changes, test: contractTest, told }) => {
    await using pacts = await temporaryPacts();

    await contractTest(pacts.pact)();
    await using unchanged = await anotherDocument();
    await contractTest(pacts.pact)();
    await using changed = await anotherDocument(...changes);
    await expect(contractTest(pacts.pact)()).rejects.toThrow(told);
  });
});
