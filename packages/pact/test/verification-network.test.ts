import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { createServer as createTcpServer, type Server } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { type StateHandlers, verifyProvider } from '@customer-contracts/pact/verify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { run } from './run.ts';
import { send } from './send.ts';
import { startProvider } from './start-provider.ts';
import { temporaryPacts, type TemporaryPacts } from './temporary-pacts.ts';

// The machine may have settings of its own.
beforeEach(() => {
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY']) {
    vi.stubEnv(name, undefined).stubEnv(name.toLowerCase(), undefined);
  }
  for (const name of ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS']) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const states: StateHandlers = { customerExists: () => ({ apiKey: 'key' }) };

/** A contract about the status of one answer. */
async function oneInteraction(): Promise<TemporaryPacts> {
  const pacts = await temporaryPacts();
  await pacts.pact.getCustomer({ id: 'cus_01' }).test((mock) => send('getCustomer', { id: 'cus_01' }, mock))();
  await pacts.merged();
  return pacts;
}

/** A proxy that lets nobody through. */
function refusingProxy(): ReturnType<typeof startProvider> {
  return startProvider(() => ({ message: 'not for you' }), 403);
}

test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'])(
  'reaches its own servers and a provider of this machine past the proxy of %s',
  async (variable) => {
    await using pacts = await oneInteraction();
    await using proxy = await refusingProxy();
    await using provider = await startProvider(() => ({}));
    vi.stubEnv(variable, proxy.url).stubEnv('NO_PROXY', 'intern.example');

    const { interactions } = await verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states });

    expect(interactions).toMatchObject([{ isPassed: true, reasons: [] }]);
  },
);

test('names the proxy that stands before a provider elsewhere', async () => {
  await using pacts = await oneInteraction();
  await using proxy = await refusingProxy();
  const { host } = new URL(proxy.url);
  vi.stubEnv('HTTP_PROXY', `http://ci:secret@${host}`);
  const verify = () => verifyProvider({ baseUrl: 'http://provider.invalid', pacts: [pacts.directory], states });

  await expect(verify()).rejects.toMatchObject({
    message: `Failed to verify rebilly-customers-api: 1 of 1 interaction not honoured.
  billing-web: get a customer: 200 (given a customer exists)
    status: expected 200 but was 403
The requests went through the proxy of HTTP_PROXY (${host}). If the provider needs none, set NO_PROXY=provider.invalid.`,
  });
  vi.stubEnv('NO_PROXY', 'localhost,.invalid');
  await expect(verify()).rejects.toThrow('nothing answers at http://provider.invalid');
});

test('tells a consumer whose client went to a proxy instead of the mock', async () => {
  await using pacts = await temporaryPacts();
  await using proxy = await refusingProxy();
  vi.stubEnv('HTTP_PROXY', proxy.url);
  const getCustomer = pacts.pact.getCustomer({ id: 'cus_01' });
  const hint = 'HTTP_PROXY is set, and the client may have called the proxy: set NO_PROXY=127.0.0.1,localhost.';
  const own = new Error('Request failed with status code 403');

  await expect(getCustomer.test(() => fetch(proxy.url))()).rejects.toThrow(
    `received nothing: the test never called the provider. ${hint}`,
  );
  const thrown = getCustomer.test(() => {
    throw own;
  });
  await expect(thrown()).rejects.toBe(own);
  expect(own.message).toBe(`Request failed with status code 403\n(the mock saw no such request. ${hint})`);
  vi.stubEnv('NO_PROXY', '127.0.0.1');
  await expect(getCustomer.test(() => {})()).rejects.toThrow('Give baseUrl to the client, and await its call.');
});

/** A provider over https, whose certificate no machine trusts by itself. */
async function startSecureProvider(directory: string): Promise<AsyncDisposable & { url: string; certificate: string }> {
  const [key, certificate] = [join(directory, 'key.pem'), join(directory, 'certificate.pem')];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = [
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
    '-addext',
    'basicConstraints=critical,CA:FALSE',
  ];
  await promisify(execFile)('openssl', ['req', ...kind, ...names, '-keyout', key, '-out', certificate]);
  const server = createServer({ key: await readFile(key), cert: await readFile(certificate) }, (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://localhost:${portOf(server)}`,
    certificate,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test('trusts a certificate of your own where it is told to, and says how', async () => {
  await using pacts = await oneInteraction();
  await using own = await temporaryPacts();
  await using provider = await startSecureProvider(own.directory);
  const options = {
    baseUrl: provider.url,
    pacts: [join(pacts.directory, 'billing-web-rebilly-customers-api.json')],
    states,
  };
  const passed = { interactions: [{ isPassed: true }] };

  await expect(verifyProvider(options)).rejects.toThrow(
    'no answer: its certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT). Name the certificate that signed it ' +
      'in SSL_CERT_FILE or NODE_EXTRA_CA_CERTS, or give disableSslVerification: true',
  );
  expect(await verifyProvider({ ...options, disableSslVerification: true })).toMatchObject(passed);
  vi.stubEnv('SSL_CERT_FILE', provider.certificate);
  expect(await verifyProvider(options)).toMatchObject(passed);
  vi.stubEnv('SSL_CERT_FILE', undefined).stubEnv('NODE_EXTRA_CA_CERTS', provider.certificate);
  expect(await verifyProvider(options)).toMatchObject(passed);
});

test('names the variable whose certificates can not be read', async () => {
  await using pacts = await oneInteraction();
  await using provider = await startProvider(() => ({}));
  const nowhere = join(pacts.directory, 'nowhere.pem');
  vi.stubEnv('NODE_EXTRA_CA_CERTS', nowhere);

  await expect(verifyProvider({ baseUrl: provider.url, pacts: [pacts.directory], states })).rejects.toMatchObject({
    name: 'VerificationError',
    message: `Failed to run Pact's verifier: NODE_EXTRA_CA_CERTS names ${nowhere}, which can't be read. Correct it.`,
  });
});

test('says that a provider over http speaks no TLS', async () => {
  await using pacts = await oneInteraction();
  await using provider = await startProvider(() => ({}));
  const baseUrl = provider.url.replace('http:', 'https:');

  await expect(verifyProvider({ baseUrl, pacts: [pacts.directory], states })).rejects.toThrow(
    'no answer: it speaks no TLS (',
  );
});

test('does not say that nothing answers where a provider is slow, or hangs up', async () => {
  await using pacts = await oneInteraction();
  const rude = createTcpServer((socket) => socket.destroy());
  rude.listen(0, '127.0.0.1');
  await once(rude, 'listening');
  const baseUrl = `http://127.0.0.1:${portOf(rude)}`;

  const verification = verifyProvider({ baseUrl, pacts: [pacts.directory], states, timeout: 500 });

  await expect(verification).rejects.toThrow('no answer: the timeout passed, or the connection broke');
  rude.close();
});

test('sends the headers that a gateway asks for, and shows none of them', async () => {
  await using pacts = await oneInteraction();
  const seen: unknown[] = [];
  await using provider = await startProvider(({ headers }) => {
    seen.push(headers['x-gateway-key']);
    return {};
  });
  const options = { baseUrl: provider.url, pacts: [pacts.directory], states };

  await verifyProvider({ ...options, customProviderHeaders: { 'X-Gateway-Key': 'of-the-gateway' } });

  expect(seen).toEqual(['of-the-gateway']);
  // @ts-expect-error -- as plain JavaScript does
  const wrong = verifyProvider({ ...options, customProviderHeaders: { 'X-Gateway-Key': ['of-the-gateway'] } });
  await expect(wrong).rejects.not.toThrow('of-the-gateway');
});

test('prints nothing of its own when everything is honoured', async () => {
  await using pacts = await oneInteraction();
  const script = `
    import { createServer } from 'node:http';
    import { verifyProvider } from '@customer-contracts/pact/verify';
    const server = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}'));
    server.listen(0, '127.0.0.1', async () => {
      const baseUrl = \`http://127.0.0.1:\${server.address().port}\`;
      await verifyProvider({ baseUrl, pacts: [${JSON.stringify(pacts.directory)}], states: { customerExists: () => ({ apiKey: 'key' }) } });
      server.close();
    });`;

  expect(await run(['--input-type=module', '--eval', script], process.cwd())).toEqual({ code: 0, output: '' });
});
