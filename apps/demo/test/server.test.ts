import { once } from 'node:events';
import { createServer, request, type RequestListener } from 'node:http';

import { createCustomersClient } from '@customer-contracts/client';
import { startEmulator } from '@customer-contracts/emulator';
import { expect, onTestFinished, test } from 'vitest';

import { startServer } from '../src/server/start-server.ts';

/** Lead Desk before an API of a few lines. */
async function before(api: RequestListener, apiKey = 'sk_secret') {
  const server = createServer(api);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const desk = await startServer({ api: { url: `http://127.0.0.1:${port}/organizations/demo`, apiKey } });
  onTestFinished(async () => {
    await desk.close();
    server.closeAllConnections();
    server.close();
  });
  return desk;
}

test('the eight operations reach the API with its key, and the answers come back', async () => {
  await using emulator = await startEmulator();
  await using desk = await startServer({ api: emulator });
  const client = createCustomersClient({ server: `${desk.url}/api`, apiKey: null });
  const body = { primaryAddress: { firstName: 'Ada' } };
  expect((await client.putCustomer({ id: 'ada', body })).status).toBe(201);
  expect((await client.putCustomer({ id: 'ada', body })).status).toBe(200);
  const { body: twin } = await client.postCustomer({ body });
  expect((await client.getCustomerCollection({ filter: 'firstName:Ada', sort: ['-createdTime'] })).pagination).toEqual({
    total: 2,
    limit: 100,
    offset: 0,
  });
  expect((await client.deleteCustomer({ id: twin.id, targetCustomerId: 'ada' })).rateLimit).toMatchObject({
    limit: 3000,
  });
  expect((await client.putCustomerLeadSource({ id: 'ada', body: { medium: 'email' } })).location).toBeUndefined();
  expect((await client.getCustomerLeadSource({ id: 'ada' })).body.medium).toBe('email');
  expect((await client.deleteCustomerLeadSource({ id: 'ada' })).status).toBe(204);
  await expect(client.getCustomer({ id: 'nobody' })).rejects.toMatchObject({ name: 'NotFoundError', status: 404 });
});

test.each([
  ['POST', '/api/_faults', 404],
  ['POST', '/api/_provider-states', 404],
  ['GET', '/api/organizations/other/customers', 404],
  ['GET', '/api/customers/%252e%252e', 404],
  ['GET', '/api/customers/a%2fb', 404],
  ['GET', '/api/transactions', 404],
  ['PATCH', '/api/customers/ada', 405],
  ['PUT', '/api/customers/ada', 415],
  ['GET', '/assets/nothing.js', 404],
  ['GET', '/contract.json', 404],
  ['POST', '/', 404],
])('%s %s is answered with %i and reaches no API', async (method, path, status) => {
  let requests = 0;
  const { url } = await before((_, response) => {
    requests += 1;
    response.end('{}');
  });
  const answer = await fetch(url + path, { method, ...(method === 'PUT' && { body: 'a=b' }) });
  expect(await answer.json()).toMatchObject({ type: 'about:blank', status });
  expect({ status: answer.status, requests }).toEqual({ status, requests: 0 });
});

test('only what the table documents passes: query, body, and headers but the address', async () => {
  const seen: unknown[] = [];
  const { url } = await before(({ url, headers }, response) => {
    seen.push(url, headers['cookie'], headers['authorization'], headers['reb-apikey']);
    response.setHeader('Pagination-Total', '0');
    response.setHeader('Set-Cookie', 'session=1');
    response.setHeader('X-Powered-By', 'sk_secret');
    response.setHeader('Location', 'http://internal/customers');
    response.end('[]');
  });
  const headers = { Cookie: 'a=b', Authorization: 'Bearer x', 'REB-APIKEY': 'mine' };
  const answer = await fetch(`${url}/api/customers?q=a&debug=1&q=b`, { headers });
  expect(seen).toEqual(['/organizations/demo/customers?q=a', undefined, undefined, 'sk_secret']);
  expect(answer.headers.get('Pagination-Total')).toBe('0');
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  for (const name of ['Set-Cookie', 'X-Powered-By', 'Location']) expect(answer.headers.get(name)).toBeNull();
});

test('a key that the API repeats does not get out', async () => {
  const key = String.raw`sk_"quoted\key`;
  const { url } = await before(({ headers }, response) => {
    response.writeHead(401, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ detail: `No key ${String(headers['reb-apikey'])}` }));
  }, key);
  const answer = await fetch(`${url}/api/customers`);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({ detail: 'No key [redacted]' });
});

test.each([
  ['redirects', (response: Parameters<RequestListener>[1]) => response.writeHead(302, { Location: '/' }).end()],
  ['hangs up', (response: Parameters<RequestListener>[1]) => response.destroy()],
])('an API that %s does not answer', async (_, answerWith) => {
  const { url } = await before((_, response) => void answerWith(response));
  const answer = await fetch(`${url}/api/customers`);
  expect(answer.status).toBe(502);
  expect(await answer.json()).toMatchObject({ detail: 'The Customers API does not answer Lead Desk.' });
});

test.each([
  ['another origin', { Origin: 'http://evil.example' }],
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['another port of this machine', { Origin: 'http://127.0.0.1:1', 'Sec-Fetch-Site': 'same-site' }],
  ['a sandboxed frame', { Origin: 'null' }],
  ['a name that was made to point here', { Host: 'evil.example' }],
])('what a page of %s sends is refused', async (_, headers) => {
  let requests = 0;
  const { url } = await before((_, response) => {
    requests += 1;
    response.end('[]');
  });
  expect({ status: await statusOf(`${url}/api/customers`, headers), requests }).toEqual({ status: 403, requests: 0 });
  expect(await statusOf(`${url}/api/customers`, { Origin: url, 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
});

/** Not by fetch, which sets these headers itself. */
async function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const sent = request(url, { headers }, (response) => {
    response.resume();
    resolve(response.statusCode);
  });
  sent.on('error', reject).end();
  return promise;
}

test('the page comes with a policy that allows nothing foreign', async () => {
  const { url } = await before((_, response) => void response.end('[]'));
  for (const path of ['/', '/?customer=ada', '/leads', '/contract']) {
    const { status, headers } = await fetch(url + path);
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toContain('text/html');
    expect(headers.get('Cache-Control')).toBe('no-cache');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'self'; script-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  }
});
