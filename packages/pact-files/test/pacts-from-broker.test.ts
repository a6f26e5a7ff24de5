import { once } from 'node:events';
import { createServer } from 'node:http';

import { readPacts } from '@customer-contracts/pact-files';
import { expect, test, vi } from 'vitest';

import { raw, rawPact } from './raw-pact.ts';

const token = 'token-of-the-broker';

/** What a Pact Broker answers, by path; only with the token. */
async function startBroker() {
  const server = createServer((request, response) => {
    const pages: Readonly<Record<string, unknown>> = {
      '/': {
        _links: { 'pb:latest-provider-pacts': { href: `${url}/pacts/provider/{provider}/latest`, templated: true } },
      },
      '/pacts/provider/rebilly-customers-api/latest': {
        _links: { 'pb:pacts': ['billing-web', 'crm'].map((name) => ({ href: `${url}/pacts/${name}` })) },
      },
      '/pacts/provider/nobody/latest': { _links: { 'pb:pacts': [] } },
      '/with-messages': { _links: { pacts: ['mailer', 'crm'].map((name) => ({ href: `${url}/pacts/${name}` })) } },
      '/messages': { _links: { pacts: [{ href: `${url}/pacts/mailer` }] } },
      '/broken': {
        _links: { pacts: ['no-type', 'crm', 'no-status'].map((name) => ({ href: `${url}/pacts/${name}` })) },
      },
      '/pacts/billing-web': JSON.parse(rawPact([raw.getCustomer()], 'billing-web')),
      '/pacts/crm': JSON.parse(rawPact([raw.list()], 'crm')),
      '/pacts/mailer': { ...JSON.parse(rawPact([])), interactions: undefined, messages: [{}], metadata: {} },
      '/pacts/no-type': { ...JSON.parse(rawPact([{}])) },
      '/pacts/no-status': { ...JSON.parse(rawPact([])), interactions: [{ response: { status: '200' } }], metadata: {} },
    };
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    const page = pages[request.url ?? ''];
    const status = isKnown ? (page === undefined ? 404 : 200) : 401;
    response.writeHead(status, { 'Content-Type': 'application/hal+json' }).end(JSON.stringify(isKnown ? page : {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    url,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

test('reads the latest pact of each consumer from a broker, and a single one by its address', async () => {
  vi.stubEnv('PACT_BROKER_TOKEN', token);
  await using broker = await startBroker();
  vi.stubEnv('PACT_BROKER_BASE_URL', broker.url);
  expect((await readPacts([broker.url])).map(({ consumer }) => consumer)).toEqual(['billing-web', 'crm']);
  const [pact] = await readPacts([`${broker.url}/pacts/crm`]);
  expect(pact).toMatchObject({ file: `${broker.url}/pacts/crm`, consumer: 'crm' });
  vi.unstubAllEnvs();
});

test('says that a broker has no pact with the provider', async () => {
  vi.stubEnv('PACT_BROKER_TOKEN', token);
  await using broker = await startBroker();
  vi.stubEnv('PACT_BROKER_BASE_URL', broker.url);
  await expect(readPacts([broker.url], { provider: 'nobody' })).rejects.toThrow(
    `Failed to read ${broker.url}: it has no pact with nobody. Publish one, or name the provider as the broker knows it.`,
  );
  vi.unstubAllEnvs();
});

test('leaves the messages of a broker out', async () => {
  vi.stubEnv('PACT_BROKER_TOKEN', token);
  await using broker = await startBroker();
  vi.stubEnv('PACT_BROKER_BASE_URL', broker.url);
  expect((await readPacts([`${broker.url}/with-messages`])).map(({ consumer }) => consumer)).toEqual(['crm']);
  await expect(readPacts([`${broker.url}/messages`])).rejects.toThrow(
    `Failed to read ${broker.url}/messages: it has nothing but messages with rebilly-customers-api. Hand in a pact with interactions over HTTP.`,
  );
  vi.unstubAllEnvs();
});

test('names every pact of a broker that can not be read', async () => {
  vi.stubEnv('PACT_BROKER_TOKEN', token);
  await using broker = await startBroker();
  vi.stubEnv('PACT_BROKER_BASE_URL', broker.url);
  await expect(readPacts([`${broker.url}/broken`])).rejects.toThrow(`Failed to read 2 pacts:
  Failed to read ${broker.url}/pacts/no-type: Pact refuses the whole file, because interactions[0].type is absent instead of Synchronous/HTTP, Asynchronous/Messages or Synchronous/Messages. Correct it.
  Failed to read ${broker.url}/pacts/no-status: Pact refuses the whole file, because interactions[0].response.status is "200" instead of a whole number. Correct it.`);
  vi.unstubAllEnvs();
});

test('says that a broker refuses the token, and never the token', async () => {
  vi.stubEnv('PACT_BROKER_TOKEN', 'another-token');
  await using broker = await startBroker();
  vi.stubEnv('PACT_BROKER_BASE_URL', broker.url);
  await expect(readPacts([broker.url])).rejects.toThrow(
    `Failed to use the Pact Broker at ${broker.url}: it answers 401 to this token. Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.`,
  );
  vi.unstubAllEnvs();
});

test('names every place that could not be read', async () => {
  await expect(readPacts(['nothing.json', 'nowhere'])).rejects.toThrow(`Failed to read 2 pacts:
  Failed to read nothing.json: there is no such file or directory. Check the path.
  Failed to read nowhere: there is no such file or directory. Check the path.`);
});

/** A server that answers everything with a page, and remembers what it was asked. */
async function startOther(page: (url: string) => unknown) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.authorization);
    response.writeHead(asked.length > 50 ? 500 : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(page(url)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    url,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

test.each([
  ['of another broker', 'https://broker.example', { PACT_BROKER_TOKEN: token }],
  ['of another port', 'http://127.0.0.1:1', { PACT_BROKER_TOKEN: token }],
  ['of no broker', '', { PACT_BROKER_TOKEN: token }],
  [
    'of a user of another broker',
    'https://broker.example',
    { PACT_BROKER_USERNAME: 'ci', PACT_BROKER_PASSWORD: token },
  ],
  ['of a broker that is no address', 'broker', { PACT_BROKER_TOKEN: token }],
])('sends no credentials %s to a place of pacts', async (_, named, credentials) => {
  vi.stubEnv('PACT_BROKER_BASE_URL', named);
  for (const [name, value] of Object.entries(credentials)) vi.stubEnv(name, value);
  await using other = await startOther(() => JSON.parse(rawPact([raw.list()], 'crm')));
  expect((await readPacts([`${other.url}/pacts/crm`])).map(({ consumer }) => consumer)).toEqual(['crm']);
  expect(other.asked).toEqual([undefined]);
  await using broker = await startBroker();
  await expect(readPacts([broker.url])).rejects.toThrow(
    `Failed to use the Pact Broker at ${broker.url}: it answers 401 to no credentials: those of the environment are for PACT_BROKER_BASE_URL alone. Set it to ${broker.url}, if they are for that.`,
  );
  vi.unstubAllEnvs();
});

test('does not follow a list that leads to itself', async () => {
  await using other = await startOther((url) => ({ _links: { 'pb:latest-provider-pacts': { href: url } } }));
  await expect(readPacts([other.url])).rejects.toThrow(
    `Failed to use the Pact Broker at ${other.url}: its list of pacts leads to a list of pacts. Check that a broker is there.`,
  );
  expect(other.asked).toHaveLength(2);
});
