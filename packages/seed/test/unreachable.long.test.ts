import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { seedCustomers } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

import { answering } from './answering.ts';
import { like } from './like.ts';
import { runSeed } from './start-command.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { virtualTime } from './virtual-time.ts';

const apiKey = 'sk_of-the-test';
const withoutProxy = { HTTPS_PROXY: '', https_proxy: '', HTTP_PROXY: '', http_proxy: '', ALL_PROXY: '', all_proxy: '' };

/** An address at which nobody listens. */
async function freePort(): Promise<number> {
  await using api = await answering(() => undefined);
  return Number(api.host.split(':')[1]);
}

/** What the command says of a server at an address, with one line of it for each retry. */
async function said(to: string, environment: Readonly<Record<string, string>> = {}, ...flags: readonly string[]) {
  const env = { CUSTOMERS_API_KEY: apiKey, ...withoutProxy, ...environment };
  const { stderr, code } = await runSeed(['--to', to, '--count', '1', ...flags], env);
  return { error: stderr.split('\n').filter((line) => /^(?:error|Trying|Go on)/.test(line)), code };
}

test('a refused connection ends it before the first answer', async () => {
  const to = `http://127.0.0.1:${await freePort()}/organizations/demo`;
  expect(await said(to)).toEqual({
    error: [
      'error: Failed to reach 127.0.0.1: nobody listens there, ECONNREFUSED. Check the port, and that the API runs.',
    ],
    code: 1,
  });
});

test('a proxy that is set and not used is named', async () => {
  const to = 'https://nobody.invalid/organizations/demo';
  const { error } = await said(to, { https_proxy: 'http://proxy.invalid:3128' }, '--allow-host', 'nobody.invalid');
  expect(error).toEqual([
    like.stringMatching(
      /^error: Failed to reach nobody\.invalid: there is no host of that name.*, and https_proxy is set but not used, E\w+\. To go through the proxy: NODE_USE_ENV_PROXY=1, with Node 22\.21 or 24\.5 or later\. Else: unset https_proxy\.$/,
    ),
  ]);
});

test.each([
  'nobody.invalid',
  '.invalid',
  '*.invalid',
  'invalid',
  'nobody.invalid:443',
  '*',
  'a.example, NOBODY.invalid',
])('no proxy is named for a host that NO_PROXY=%s excepts', async (NO_PROXY) => {
  const to = 'https://nobody.invalid/organizations/demo';
  const environment = { HTTPS_PROXY: 'http://proxy.invalid:3128', NO_PROXY };
  const { error } = await said(to, environment, '--allow-host', 'nobody.invalid');
  expect(error).toEqual([
    like.stringMatching(/^error: Failed to reach nobody\.invalid: .+, E\w+\. Check the name.*\.$/),
  ]);
});

test('no proxy is named for this machine', async () => {
  const port = await freePort();
  for (const host of ['127.0.0.1', 'localhost']) {
    expect((await said(`http://${host}:${port}`, { http_proxy: 'http://proxy.invalid:3128' })).error).toEqual([
      `error: Failed to reach ${host}: nobody listens there, ECONNREFUSED. Check the port, and that the API runs.`,
    ]);
  }
});

test('a server that takes no TLS of today ends it at once', async () => {
  const server = createSecureServer({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const { error, code } = await said(`https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  expect(error).toEqual([
    'error: Failed to reach 127.0.0.1: it speaks no TLS, or none that this machine takes, EPROTO. Check the port, and whether it is http.',
  ]);
  expect(code).toBe(1);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

test('a host that nobody knows ends it at once', async () => {
  const to = 'https://nobody.invalid/organizations/demo';
  const { error, code } = await said(to, {}, '--allow-host', 'nobody.invalid');
  expect(error).toHaveLength(1);
  expect(error[0]).toMatch(
    /^error: Failed to reach nobody\.invalid: there is no host of that name.*, E\w+\. Check the name.*\.$/,
  );
  expect(code).toBe(1);
});

test('a port that speaks no HTTP, and one that speaks no TLS, are named', async () => {
  await using api = await answering(() => undefined);
  expect((await said(`https://${api.host}/organizations/demo`)).error).toEqual([
    expect.stringMatching(
      /^error: Failed to reach 127\.0\.0\.1: it speaks no TLS, or none that this machine takes, E\w+\. Check the port, and whether it is http\.$/,
    ),
  ]);
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.resume();
    socket.end('SSH-2.0-nobody\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const to = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  expect((await said(to)).error).toEqual([
    expect.stringMatching(
      /^error: Failed to reach 127\.0\.0\.1: it speaks no HTTP, HPE_\w+\. Check the port, and whether it is https\.$/,
    ),
  ]);
  await new Promise((closed) => server.close(closed));
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

test.runIf(hasOpenssl)('an own certificate ends it at once, and is taken when its issuer is named', async () => {
  await using folder = await temporaryFolder();
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(folder.path, name));
  if (key === undefined || certificate === undefined) throw new Error('No path.');
  const subject = ['-subj', '/CN=staging.invalid', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
  const files = ['-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], { stdio: 'ignore' });
  const server = createSecureServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (request, response) => {
      request.resume();
      const [status, body] = request.method === 'GET' ? [200, '[]'] : [201, '{"id":"one"}'];
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : '';
  const to = `https://127.0.0.1:${port}/organizations/demo`;
  expect(await said(to)).toEqual({
    error: [
      'error: Failed to reach 127.0.0.1: its certificate is of nobody whom this machine trusts, DEPTH_ZERO_SELF_SIGNED_CERT. If it is your own, name its issuer: NODE_EXTRA_CA_CERTS=issuer.pem.',
    ],
    code: 1,
  });
  expect(await said(to, { NODE_EXTRA_CA_CERTS: certificate })).toEqual({ error: [], code: 0 });
  expect((await said(`https://localhost:${port}`, { NODE_EXTRA_CA_CERTS: certificate })).error).toEqual([
    'error: Failed to reach localhost: its certificate is for another name, ERR_TLS_CERT_ALTNAME_INVALID. Use the name that it is for.',
  ]);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

test('after the first answer a refused connection is an outage, up to the longest wait', async () => {
  const { timer, passed } = virtualTime();
  const api = await answering(({ method, before }) => {
    if (method === 'PUT' && before === 9) setImmediate(() => void api.close());
    return undefined;
  });
  const failure = seedCustomers({ ...api.target, count: 200, seed: 1, timer, concurrency: 1 });
  await expect(failure).rejects.toMatchObject({ name: 'RequestFailedError', cause: { code: 'ECONNREFUSED' } });
  expect(passed()).toBeGreaterThan(860_000);
  expect(passed()).toBeLessThanOrEqual(900_000);
});
