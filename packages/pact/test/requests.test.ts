import { join } from 'node:path';

import { customersPact, readShards } from '@customer-contracts/pact';
import { expect, test } from 'vitest';

import { send } from './send.ts';
import { temporaryPacts } from './temporary-pacts.ts';

const failure = (interaction: string, ...lines: readonly string[]) =>
  `Failed to match "${interaction}":\n${lines.map((line) => `  ${line}`).join('\n')}`;

test('refuses a path that is nearly right', async () => {
  await using pacts = await temporaryPacts();
  const getCustomer = pacts.pact.getCustomer({ id: 'cus_01' });
  const asking = (id: string) => getCustomer.test((mock) => send('getCustomer', { id }, mock))();

  await expect(asking('undefined')).rejects.toThrow(
    failure(
      'get a customer: 200',
      'request: expected GET /customers/cus_01, received GET /customers/undefined. An id is undefined: the client did not pass it on.',
    ),
  );
  await expect(asking('')).rejects.toThrow('An id is empty: the client did not pass it on.');
  await expect(asking('cus_011')).rejects.toThrow('expected GET /customers/cus_01, received GET /customers/cus_011.');
  await asking('cus_01');
});

test('accepts a path with an organization in front, and a slash where something is posted', async () => {
  await using pacts = await temporaryPacts();

  await pacts.pact
    .getCustomer({ id: 'cus_01' })
    .test(({ baseUrl, apiKey }) =>
      send('getCustomer', { id: 'cus_01' }, { apiKey, baseUrl: `${baseUrl}/organizations/org_01` }),
    )();
  await pacts.pact.postCustomer({ body: {} }).test(async ({ baseUrl, apiKey }) => {
    const headers = { 'REB-APIKEY': apiKey, 'Content-Type': 'application/json; charset=utf-8' };
    const { status } = await fetch(`${baseUrl}/organizations/org_01/customers/`, {
      method: 'POST',
      headers,
      body: '{}',
    });
    expect(status).toBe(201);
  })();
});

test('compares queries decoded, however they were encoded', async () => {
  await using pacts = await temporaryPacts();
  const query = { filter: 'firstName:John,Bob;tags.name:a b', sort: ['-createdTime', 'lastName'] } as const;
  const collection = pacts.pact.getCustomerCollection(query);

  for (const search of [
    // As the official SDK sends it, and as the Ruby SDK does
    'filter=firstName:John,Bob%3Btags.name:a+b&sort=-createdTime,lastName',
    'filter=firstName%3AJohn%2CBob%3Btags.name%3Aa%20b&sort=-createdTime%2ClastName',
  ]) {
    await collection.test(async ({ baseUrl, apiKey }) => {
      const { status } = await fetch(`${baseUrl}/customers?${search}`, { headers: { 'REB-APIKEY': apiKey } });
      expect(status).toBe(200);
    })();
  }
  const wrongOrder = collection.test((mock) =>
    send('getCustomerCollection', { ...query, sort: ['lastName', '-createdTime'] }, mock),
  );
  await expect(wrongOrder()).rejects.toThrow(
    'query sort: expected -createdTime,lastName, received lastName,-createdTime. Values are compared decoded; a list is one value, joined by commas, in order.',
  );
});

test('refuses a body with a member more or less, and says where', async () => {
  await using pacts = await temporaryPacts();
  const call = { id: 'cus_01', body: { locale: 'fr-FR', websiteId: 'web_01' } };
  const put = pacts.pact.putCustomer(call).respondsWith(200);
  const sending = (body: object) => put.test((mock) => send('putCustomer', { id: 'cus_01', body }, mock))();

  await expect(sending({ ...call.body, personId: 'prs_01' })).rejects.toThrow(
    'body $: expected the members locale, websiteId, received locale, personId, websiteId. personId is one too many.',
  );
  await expect(sending({ locale: 'fr-FR' })).rejects.toThrow('received locale. websiteId is missing.');
  await expect(sending({ ...call.body, locale: 'de' })).rejects.toThrow(
    'body $.locale: expected "fr-FR", received "de".',
  );
  await sending(call.body);
});

test('never shows a key that is not the placeholder', async () => {
  await using pacts = await temporaryPacts();

  const test = pacts.pact
    .getCustomer({ id: 'cus_01' })
    .test(({ baseUrl }) => send('getCustomer', { id: 'cus_01' }, { baseUrl, apiKey: 'sk_live_0123456789' }));

  await expect(test()).rejects.toThrow(
    failure(
      'get a customer: 200',
      'header REB-APIKEY: expected placeholder-api-key, received [masked]. Let the client send the apiKey that the test gets.',
    ),
  );
});

test('refuses calls that the API would not take as they are meant', async () => {
  await using pacts = await temporaryPacts();
  const { pact } = pacts;
  const country = { primaryAddress: { country: 'Germany' } };

  await expect(pact.getCustomer({ id: 'a b' }).test(() => {})()).rejects.toThrow(
    'Failed to describe getCustomer: id: ',
  );
  const given = pact.getCustomer({ id: 'cus_01' }).given('customerExists', { id: 'a b', view: 'bare' });
  await expect(given.test(() => {})()).rejects.toThrow(
    'Failed to describe getCustomer: id: Must be 1 to 50 ASCII letters, digits',
  );
  await expect(pact.postCustomer({ body: country }).test(() => {})()).rejects.toThrow(
    'Failed to describe postCustomer: primaryAddress.country: Too big: expected string to have <=2 characters. Correct it, or say respondsWith(422).',
  );
  await expect(
    pact
      .postCustomer({ body: {} })
      .respondsWith(422)
      .test(() => {})(),
  ).rejects.toThrow(
    'Failed to describe postCustomer: the body breaks no rule of the API. Take a body that does, or another status.',
  );
});

test('writes nothing that holds a secret', async () => {
  await using pacts = await temporaryPacts();
  const body = { customFields: { token: 'sk_sandbox_0123456789abcdef' } };

  const test = pacts.pact.postCustomer({ body }).test((mock) => send('postCustomer', { body }, mock));

  await expect(test()).rejects.toThrow(
    'Failed to write "create a customer with an id made by the server: 201": it holds what looks like a key or token. ' +
      'Send the apiKey that the test gets, and keep secrets out of bodies, queries and examples.',
  );
  const filter = 'customFields.token:sk_sandbox_0123456789abcdef';
  const search = pacts.pact.getCustomerCollection({ filter });
  await expect(search.test((mock) => send('getCustomerCollection', { filter }, mock))()).rejects.toThrow(
    'it holds what looks like a key or token.',
  );
  expect(readShards(join(pacts.directory, '.shards'))).toEqual([]);
});

test('is a function without parameters, which no runner takes for one that calls back', async () => {
  await using pacts = await temporaryPacts();

  expect(pacts.pact.getCustomer({ id: 'cus_01' }).test(() => {})).toHaveLength(0);
});

test.each([
  [{ consumer: ' ' }, 'consumer is " ". Give the name that the broker knows.'],
  [{ consumer: 'billing-web', provider: '' }, 'provider is "". Give the name that the broker knows.'],
  [{}, 'consumer is absent. Give the name that the broker knows.'],
  [undefined, 'the options are absent. Give an object of options.'],
  [{ consumer: 'billing-web', dir: 'pacts' }, 'there is no option dir. Did you mean directory?'],
  [{ consumer: 'billing-web', consumr: 'x' }, 'there is no option consumr. Did you mean consumer?'],
  [
    { consumer: 'billing-web', directory: new URL('http://localhost:3000/pacts') },
    "directory is a URL. Give a path, such as 'pacts': in a DOM, Vite turns new URL('./pacts', import.meta.url) into the page's own address.",
  ],
  [{ consumer: 'billing-web', seed: -1 }, 'seed is -1. Give a whole number from 0 on.'],
])('refuses the options %j', (options, problem) => {
  // @ts-expect-error -- as plain JavaScript does
  expect(() => customersPact(options)).toThrow(
    expect.objectContaining({ name: 'PactOptionError', message: `Failed to start a contract: ${problem}` }),
  );
});

test('keeps the name of a consumer that no file could have', async () => {
  await using pacts = await temporaryPacts({ consumer: 'billing/web & co' });

  await pacts.pact.getCustomer({ id: 'cus_01' }).test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();

  expect((await pacts.merged()).consumer.name).toBe('billing/web & co');
});

test('accepts an id with its special characters encoded or not, and no other in their place', async () => {
  await using pacts = await temporaryPacts();
  const getCustomer = pacts.pact.getCustomer({ id: 'a.b~c@d' });

  for (const id of ['a.b~c@d', 'a.b%7Ec%40d']) await getCustomer.test((mock) => send('getCustomer', { id }, mock))();
  await expect(getCustomer.test((mock) => send('getCustomer', { id: 'axb~c@d' }, mock))()).rejects.toThrow(
    'expected GET /customers/a.b~c@d, received GET /customers/axb~c@d.',
  );
});

test('runs several interactions on one mock server', async () => {
  await using pacts = await temporaryPacts();
  const { pact } = pacts;
  const call = { id: 'cus_01', body: { locale: 'fr-FR' } };

  await pact
    .flow(pact.getCustomer({ id: 'cus_01' }).respondsWith(404), pact.putCustomer(call).respondsWith(201))
    .test(async (mock) => {
      expect((await send('getCustomer', { id: 'cus_01' }, mock)).status).toBe(404);
      expect((await send('putCustomer', call, mock)).status).toBe(201);
    })();

  expect((await pacts.merged()).interactions).toHaveLength(2);
  const twins = pact.flow(pact.getCustomer({ id: 'a' }), pact.getCustomer({ id: 'a' }).respondsWith(404));
  await expect(twins.test(() => {})()).rejects.toThrow(
    'Failed to run a flow: the request of getCustomer 404 comes twice, and a mock has one answer to it. Make two flows of it.',
  );
});
