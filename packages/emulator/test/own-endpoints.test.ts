import { request } from 'node:http';
import { text } from 'node:stream/consumers';

import { createEmulator, type RunningEmulator, startEmulator } from '@customer-contracts/emulator';
import { Problem } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

const credentials = [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] as const;
const state = JSON.stringify({ state: 'the organization is ready', action: 'setup', params: {} });
const fault = JSON.stringify({ kind: 'error', status: 500 });
const json = { 'content-type': 'application/json', 'reb-apikey': 'key' };

/** Sends what `fetch` would not let anybody set. */
async function ask(
  { url }: RunningEmulator,
  line: string,
  { headers, body }: { readonly headers: Record<string, string>; readonly body?: string },
): Promise<{ readonly status: number | undefined; readonly body: string }> {
  const [method, path = ''] = line.split(' ');
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers }, (answer) => {
      text(answer).then((read) => resolve({ status: answer.statusCode, body: read }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const detailOf = (problem: string) => Problem.parse(JSON.parse(problem)).detail;

const start = () => startEmulator({ credentials, providerStates: true, cors: true });

test.each(['POST /_provider-states', 'POST /_faults', 'GET /_faults', 'DELETE /_faults', 'GET /_health'])(
  '%s is for no web page, whatever the option says',
  async (line) => {
    await using emulator = await start();
    const body = line.startsWith('POST') ? { body: line.endsWith('states') ? state : fault } : {};
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: emulator.url },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-origin' },
    ]) {
      const path = line.split(' ')[1];
      const { status, body: problem } = await ask(emulator, line, { headers: { ...json, ...headers }, ...body });
      expect({ status, detail: detailOf(problem) }).toEqual({
        status: 403,
        detail: `A web page may not use ${path}.`,
      });
    }
    const plain = await ask(emulator, line, { headers: { ...json, 'sec-fetch-site': 'none' }, ...body });
    expect(plain.status).toBeLessThan(300);
  },
);

test('no page is told that it may use them', async () => {
  await using emulator = await start();
  for (const path of ['/_provider-states', '/_faults', '/_health', '/_x']) {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const response = await fetch(`${emulator.url}${path}`, { method: 'OPTIONS', headers });
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test.each([
  'evil.example',
  'evil.example:4010',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  'a.test',
  'local.com',
])('a page that was made to lead here is none of ours: %s', async (host) => {
  await using emulator = await start();
  for (const line of ['POST /_provider-states', 'GET /_faults']) {
    const path = line.split(' ')[1];
    const { status, body } = await ask(emulator, line, { headers: { ...json, host }, body: state });
    expect({ status, detail: detailOf(body) }).toEqual({
      status: 403,
      detail: `${path} is not for the host ${host}. Ask an address, or a name without dots.`,
    });
  }
  expect((await ask(emulator, 'GET /_health', { headers: { host } })).status).toBe(200);
  expect((await ask(emulator, 'GET /customers', { headers: { ...json, host } })).status).toBe(200);
});

test.each([
  '127.0.0.1',
  'localhost:4010',
  '[::1]:4010',
  '10.1.2.3',
  'emulator:4010',
  'emulator.demo.svc.cluster.local',
  'host.docker.internal:1',
  'x.localhost',
  '',
])('a host that no public name leads to is ours: "%s"', async (host) => {
  await using emulator = await start();
  expect((await ask(emulator, 'POST /_provider-states', { headers: { ...json, host }, body: state })).status).toBe(200);
});

test.each([
  undefined,
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'text/json',
])('what a page may send without being asked is refused: %s', async (type) => {
  await using emulator = await start();
  for (const [path, body] of [
    ['/_provider-states', state],
    ['/_faults', fault],
  ] as const) {
    const headers = { 'reb-apikey': 'key', ...(type !== undefined && { 'content-type': type }) };
    const answer = await ask(emulator, `POST ${path}`, { headers, body });
    expect({ status: answer.status, detail: detailOf(answer.body) }).toEqual({
      status: 415,
      detail: `${path} takes JSON. Send it with Content-Type: application/json.`,
    });
  }
});

test.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON', 'application/vnd.pact+json'])(
  '%s is JSON',
  async (type) => {
    await using emulator = await start();
    const headers = { 'content-type': type };
    expect((await ask(emulator, 'POST /_provider-states', { headers, body: state })).status).toBe(200);
  },
);

test('a handler without a server refuses web pages too', async () => {
  using emulator = createEmulator({ credentials, providerStates: true, cors: true });
  const post = (headers: Record<string, string>) =>
    emulator.fetch(new Request('http://emulator/_provider-states', { method: 'POST', headers, body: state }));
  expect((await post({ ...json, Origin: 'https://evil.example' })).status).toBe(403);
  expect((await post({ ...json, Host: 'evil.example' })).status).toBe(403);
  expect((await post({})).status).toBe(415);
  expect((await post(json)).status).toBe(200);
});
