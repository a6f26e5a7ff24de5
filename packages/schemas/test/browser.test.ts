import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const roots = {
  '/schemas/': join(dirname(require.resolve('@customer-contracts/schemas/package.json')), 'dist'),
  '/zod/': dirname(require.resolve('zod/package.json')),
};

const page = `<!doctype html>
<script type="importmap">{ "imports": { "@customer-contracts/schemas": "/schemas/index.js", "zod": "/zod/index.js" } }</script>
<script type="module">
  import { Customer, CustomerInput, cells, formatFilter, parseFilter, tolerant } from '@customer-contracts/schemas';
  window.result = {
    cells: cells.length,
    customer: tolerant(Customer).parse({ id: 'cus_01', email: null, _embedded: [{ website: {} }] }),
    refused: CustomerInput.safeParse({ email: 'ann@example.com' }).error?.issues[0]?.message,
    filter: formatFilter(parseFilter('paymentCount:1..10')),
  };
</script>`;

test('loads and works in a browser, without a bundler', async () => {
  await using server = await serve();
  await using browser = await launch();
  const tab = await browser.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(server.url);
  await tab.waitForFunction('window.result !== undefined');
  expect(await tab.evaluate('window.result')).toEqual({
    cells: 40,
    customer: { id: 'cus_01', email: null, _embedded: { website: {} } },
    refused: 'Unrecognized key: "email"',
    filter: 'paymentCount:1..10',
  });
  expect(errors).toEqual([]);
}, 60_000);

async function launch() {
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  return Object.assign(browser, { [Symbol.asyncDispose]: () => browser.close() });
}

/** Serves the page, and the files of the packages as they are. */
async function serve() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [prefix, root] = Object.entries(roots).find(([prefix]) => pathname.startsWith(prefix)) ?? [];
    if (prefix === undefined || root === undefined) {
      response.setHeader('content-type', 'text/html').end(page);
      return;
    }
    void readFile(join(root, pathname.slice(prefix.length))).then(
      (file) => response.setHeader('content-type', 'text/javascript').end(file),
      () => response.writeHead(404).end(),
    );
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
