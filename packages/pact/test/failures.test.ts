import { AssertionError } from 'node:assert';
import { basename } from 'node:path';
import { inspect } from 'node:util';

import axios, { isAxiosError } from 'axios';
import { expect, test, vi } from 'vitest';
import * as z from 'zod';

import { send } from './send.ts';
import { temporaryPacts } from './temporary-pacts.ts';

test('keeps what the client threw as the cause', async () => {
  await using pacts = await temporaryPacts();
  const own = new Error('the client gives up');

  const test = pacts.pact.getCustomer({ id: 'cus_01' }).test(async (mock) => {
    const { status } = await send('getCustomer', { id: 'null' }, mock);
    if (status !== 200) throw own;
  });

  await expect(test()).rejects.toMatchObject({
    name: 'MismatchError',
    cause: own,
    mismatches: [{ where: 'request', received: 'GET /customers/null' }],
  });
});

test('prints what the client threw in short, and keeps all of it', async () => {
  await using pacts = await temporaryPacts();
  const headers = { 'REB-APIKEY': 'placeholder-api-key' };
  const Customer = z.object({ id: z.string(), email: z.string(), locale: z.string(), createdTime: z.string() });
  const clients: readonly ((url: string) => Promise<unknown>)[] = [
    async (url) => axios.get(url, { headers }),
    async (url) => Customer.parse(await (await fetch(url, { headers })).json()),
  ];

  for (const client of clients) {
    let own: unknown;
    const test = pacts.pact.getCustomer({ id: 'cus_01' }).test(async ({ baseUrl }) => {
      own = await client(`${baseUrl}/customers/null`).catch((error: unknown) => error);
      throw own;
    });
    const error = await test().catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ name: 'MismatchError' });
    expect(Reflect.get(Object(error), 'cause')).toBe(own);
    expect(inspect(error).split('\n').length).toBeLessThan(30);
    expect(JSON.stringify(error).length).toBeLessThan(4000);
    expect(inspect(error)).not.toContain('run-on-mock');
    expect(isAxiosError(own) ? own.response?.status : Reflect.get(Object(own), 'issues')).toBeTruthy();
  }
});

test('says so when the provider was never called, or not waited for', async () => {
  await using pacts = await temporaryPacts();
  const getCustomer = pacts.pact.getCustomer({ id: 'cus_01' });

  await expect(getCustomer.test(() => {})()).rejects.toThrow(
    'received nothing: the test never called the provider. Give baseUrl to the client, and await its call.',
  );
  const forgotten = getCustomer.test((mock) => {
    void send('getCustomer', { id: 'cus_01' }, mock);
  });
  await expect(forgotten()).rejects.toThrow(
    'received it after the test had ended. A promise is not awaited: await the call of the client.',
  );
});

test('says that a promise is not awaited also when an expectation fails for it, and leaves the error what it is', async () => {
  await using pacts = await temporaryPacts();
  const test = pacts.pact.getCustomer({ id: 'cus_01' }).test((mock) => {
    const answer = send('getCustomer', { id: 'cus_01' }, mock);
    if (!('status' in answer)) throw new AssertionError({ message: 'expected Promise{} to have a status' });
  });

  await expect(test()).rejects.toMatchObject({
    name: 'AssertionError',
    message:
      'expected Promise{} to have a status\n(the provider was called after the test had failed: a promise is not awaited)',
  });
});

test('points at the line of the test that failed, not into the harness', async () => {
  await using pacts = await temporaryPacts();
  const getCustomer = pacts.pact.getCustomer({ id: 'cus_01' });

  for (const test of [getCustomer.test(() => {}), pacts.pact.flow(getCustomer).test(() => {})]) {
    const { stack = '' } = await test().then(
      () => new Error('it passed'),
      (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
    );
    const [first, ...frames] = stack.split('\n').filter((line) => !line.startsWith('  request:'));
    expect(first).toBe('MismatchError: Failed to match "get a customer: 200":');
    expect(frames[0]).toContain(basename(import.meta.filename));
  }
});

test('shows the requests whole where it is asked to', async () => {
  await using pacts = await temporaryPacts();
  const body = { locale: 'fr-FR', customFields: { tier: 'gold' } };
  const test = pacts.pact
    .putCustomer({ id: 'cus_01', body })
    .respondsWith(200)
    .test((mock) => send('putCustomer', { id: 'cus_01', body: { locale: 'fr-FR', websiteId: 'web_01' } }, mock));
  vi.stubEnv('CUSTOMER_PACT_BODIES', '1');

  await expect(test()).rejects.toThrow(`\
  body $: expected the members customFields, locale, received locale, websiteId. customFields is missing; websiteId is one too many.
expected PUT /customers/cus_01 {
  "locale": "fr-FR",
  "customFields": {
    "tier": "gold"
  }
}
received PUT /customers/cus_01 {
  "locale": "fr-FR",
  "websiteId": "web_01"
}`);
  vi.unstubAllEnvs();
});
