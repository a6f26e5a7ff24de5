import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { expect, test } from 'vitest';

import { listening } from './listening.ts';

const folder = (name: string) => dirname(fileURLToPath(import.meta.resolve(name)));
const roots = {
  '/client/': folder('@customer-contracts/client'),
  '/schemas/': folder('@customer-contracts/schemas'),
  '/zod/': dirname(createRequire(import.meta.url).resolve('zod/package.json')),
};

const page = `<!doctype html>
<script type="importmap">{ "imports": {
  "@customer-contracts/client": "/client/index.js",
  "@customer-contracts/schemas": "/schemas/index.js",
  "@customer-contracts/schemas/internal": "/schemas/internal.js",
  "zod": "/zod/index.js"
} }</script>
<script type="module">
  import { createCustomersClient } from '@customer-contracts/client';
  const client = createCustomersClient({ server: location.origin, organizationId: 'demo', apiKey: 'sk_test' });
  const failure = (id) => client.getCustomer({ id }).catch(({ name, status, attempts }) => ({ name, status, attempts }));
  window.result = {
    created: await client.putCustomer({ id: 'cus_01', body: { websiteId: 'web_01' } }),
    customers: await Array.fromAsync(client.customers({ q: 'ada' })),
    gone: await failure('gone'),
    moved: await failure('moved'),
    broken: await failure('broken'),
    cancelled: await client.getCustomer({ id: 'slow' }, { signal: AbortSignal.timeout(50) }).catch((error) => String(error)),
  };
</script>`;

test('calls the API from a browser, without a bundler', async () => {
  await using server = await serve();
  await using browser = await launch();
  const tab = await browser.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(server.url);
  await tab.waitForFunction('window.result !== undefined');
  expect(await tab.evaluate('window.result')).toEqual({
    created: {
      status: 201,
      body: { id: 'cus_01' },
      location: `${server.url}/organizations/demo/customers/cus_01`,
      rateLimit: { limit: 3000, remaining: 2999 },
    },
    customers: [{ id: 'cus_01' }],
    gone: { name: 'NotFoundError', status: 404, attempts: 1 },
    moved: { name: 'UndocumentedAnswerError', status: 0, attempts: 1 },
    broken: { name: 'NetworkError', attempts: 3 },
    cancelled: 'TimeoutError: signal timed out',
  });
  expect(errors).toEqual([]);
}, 60_000);

async function launch() {
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  return Object.assign(browser, { [Symbol.asyncDispose]: () => browser.close() });
}

/** Serves the page, the files of the packages as they are, and an API of a few answers. */
function serve() {
  return listening(
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const path = pathname.replace('/organizations/demo', '');
      if (request.headers['reb-apikey'] === 'sk_test') {
        if (path === '/customers/slow') return;
        if (path === '/customers/broken') return void request.socket.destroy();
        if (path === '/customers/gone') return void response.writeHead(404).end('{"title":"Not Found"}');
        if (path === '/customers/moved')
          return void response.writeHead(302, { location: '/customers/elsewhere' }).end();
        if (request.method !== 'PUT') return void response.end('[{"id":"cus_01"}]');
        const headers = { Location: '/customers/cus_01', 'X-RateLimit-Limit': '3000', 'X-RateLimit-Remaining': '2999' };
        return void response.writeHead(201, headers).end('{"id":"cus_01"}');
      }
      const [prefix, root] = Object.entries(roots).find(([prefix]) => pathname.startsWith(prefix)) ?? [];
      if (prefix === undefined || root === undefined) {
        return void response.setHeader('content-type', 'text/html').end(page);
      }
      void readFile(join(root, pathname.slice(prefix.length))).then(
        (file) => response.setHeader('content-type', 'text/javascript').end(file),
        () => response.writeHead(404).end(),
      );
    }),
  );
}
