import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { type ResponseDrift, watchResponses } from '@customer-contracts/client/guard';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { expect, test } from 'vitest';

import { listening } from '../listening.ts';
import { observeAll } from './untouched-cases.ts';

const customer = '{"id":"cus_01","odd":1}';
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  whole: (response) => response.end(customer),
  empty: (response) => response.end(),
  chunked: (response) => {
    response.write(customer.slice(0, 7));
    setImmediate(() => response.end(customer.slice(7)));
  },
  cut: (response) => {
    response.write(customer.slice(0, 7), () => setImmediate(() => response.destroy()));
  },
  big: (response) => response.end(JSON.stringify({ id: 'x'.repeat(1_500_000) })),
  packed: (response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(customer)),
  nobody: (response) => response.writeHead(404).end('{"status":404}'),
  page: (response) => response.setHeader('content-type', 'text/html').end('<p>'),
  moved: (response) => response.writeHead(302, { location: '/organizations/demo/customers/whole' }).end(),
  other: (response) => response.writeHead(418).end('tea'),
  stalled: (response) => response.write(customer.slice(0, 7)),
};

const root = (name: string): string => dirname(fileURLToPath(import.meta.resolve(name)));
const folders = { '/client/': root('@customer-contracts/client'), '/schemas/': root('@customer-contracts/schemas') };
const page = `<!doctype html>
<script type="importmap">{ "imports": { "@customer-contracts/schemas/promised": "/schemas/promised.js" } }</script>
<script type="module">
  import { watchResponses } from '/client/guard.js';
  import { observeAll } from '/cases.js';
  const base = location.origin + '/organizations/demo';
  const told = [];
  const watched = watchResponses((...request) => fetch(...request), { onDrift: (drift) => told.push(drift) });
  const plain = await observeAll(fetch, base);
  const seen = await observeAll(watched, base);
  await watched.settled();
  window.result = { plain, seen, told };
</script>`;

function respond({ url = '', method }: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(url, 'http://127.0.0.1');
  if (method === 'DELETE') return void response.writeHead(204).end();
  const answer = answers[pathname.replace('/organizations/demo/customers/', '')];
  if (answer) return answer(response.setHeader('content-type', 'application/json'));
  if (pathname === '/cases.js') {
    const cases = readFileSync(new URL('untouched-cases.ts', import.meta.url), 'utf8');
    return void response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(cases));
  }
  const [prefix, folder] = Object.entries(folders).find(([each]) => pathname.startsWith(each)) ?? [];
  if (prefix === undefined || folder === undefined)
    return void response.setHeader('content-type', 'text/html').end(page);
  void readFile(join(folder, pathname.slice(prefix.length))).then(
    (file) => response.setHeader('content-type', 'text/javascript').end(file),
    () => response.writeHead(404).end(),
  );
}

/** What there is to be told of them: in a page, nothing of a redirect that isn't followed. */
const kinds = [
  'body member-added odd',
  'body status-added ',
  'body became-optional ',
  'header type-changed Content-Type',
];

function kindsOf(told: readonly ResponseDrift[]): readonly string[] {
  return [...new Set(told.map(({ in: part, kind, member }) => `${part} ${kind} ${member}`))];
}

function differences(plain: Readonly<Record<string, unknown>>, seen: Readonly<Record<string, unknown>>) {
  return Object.keys(plain).flatMap((name) => {
    const [one, other] = [plain[name], seen[name]].map((each) => JSON.stringify(each));
    return one === other ? [] : [`${name}: ${one} was ${other}`];
  });
}

test('over 100 cases of bodies, streams, clones and aborts are in Node as they are without it', async () => {
  await using server = await listening(createServer(respond));
  const told: ResponseDrift[] = [];
  const watched = watchResponses(fetch, { onDrift: (drift) => told.push(drift) });
  const base = `${server.url}/organizations/demo`;
  const plain = await observeAll(fetch, base);
  expect(Object.keys(plain).length).toBeGreaterThan(100);
  expect(differences(plain, await observeAll(watched, base))).toEqual([]);
  await watched.settled();
  expect(kindsOf(told)).toEqual(expect.arrayContaining(kinds));
});

test('so are they in Chromium', async () => {
  await using server = await listening(createServer(respond));
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  try {
    const tab = await browser.newPage();
    await tab.goto(server.url);
    await tab.waitForFunction('window.result !== undefined', undefined, { timeout: 50_000 });
    const result = await tab.evaluate<{
      readonly plain: Record<string, unknown>;
      readonly seen: Record<string, unknown>;
      readonly told: readonly ResponseDrift[];
    }>('window.result');
    expect(Object.keys(result.plain).length).toBeGreaterThan(100);
    expect(differences(result.plain, result.seen)).toEqual([]);
    expect(kindsOf(result.told)).toEqual(expect.arrayContaining(kinds));
  } finally {
    await browser.close();
  }
}, 60_000);

/** A body that is made when it is read, and says what is done with it. */
function onDemand(part: Uint8Array) {
  const done: string[] = [];
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        done.push('pull');
        controller.enqueue(part);
      },
      cancel: (reason) => void done.push(`cancel: ${reason}`),
    },
    { highWaterMark: 0 },
  );
  return { done, response: new Response(body, { headers: { 'content-type': 'application/json' } }) };
}

const url = 'https://api.rebilly.com/customers/cus_01';

test('reads nothing that nobody reads, and lets a reader cancel', async () => {
  const { done, response } = onDemand(new Uint8Array(10));
  const watched = watchResponses(async (_url: string) => response, { onDrift: () => {} });
  const same = await watched(url);
  await watched.settled();
  expect(same).toBe(response);
  expect(done).toEqual([]);
  const reader = same.body?.getReader();
  await reader?.read();
  await reader?.cancel('Enough.');
  expect(done).toEqual(['pull', 'cancel: Enough.']);
  expect(watched.counts()).toEqual({ answers: 1, judged: 1, bodies: 0, told: 0, untold: 0 });
});

test('judges no body above 1 MB, whether its length is said or not', async () => {
  const long = JSON.stringify({ id: 'x'.repeat(1_000_000) });
  const json = { 'content-type': 'application/json' };
  const lengths = [{ ...json, 'content-length': String(long.length) }, json];
  for (const headers of lengths) {
    const watched = watchResponses(async (_url: string) => new Response(long, { headers }), { onDrift: () => {} });
    expect((await (await watched(url)).text()).length).toBe(long.length);
    await watched.settled();
    expect(watched.counts()).toEqual({ answers: 1, judged: 1, bodies: 0, told: 0, untold: 0 });
  }
});
