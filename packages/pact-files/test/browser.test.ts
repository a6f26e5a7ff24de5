import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { lint, parsePact } from '@customer-contracts/pact-files';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

import { raw, rawPact } from './raw-pact.ts';

const page = `<!doctype html>
<title>Lint</title>
<label>Pact <textarea id="pact"></textarea></label>
<button id="judge">Judge</button>
<pre id="findings"></pre>
<script type="module" src="page.js"></script>`;

const script = `
import { isPactError, lint, parsePact } from '@customer-contracts/pact-files/browser';
const at = (id) => document.getElementById(id);
at('judge').addEventListener('click', async () => {
  try {
    at('findings').textContent = JSON.stringify(await lint([parsePact(at('pact').value, 'pasted.json')]));
  } catch (error) {
    at('findings').textContent = JSON.stringify({ isPactError: isPactError(error), message: String(error?.message) });
  }
});
`;

const faulty = rawPact([
  raw.put({ send: { email: 'ann@example.com', primaryAddress: { country: 'United Kingdom' } } }),
  raw.getCustomer({
    answer: { email: 'ann@example.com' },
    rules: { '$.email': { match: 'regex', regex: '[^@]+@example[.]org' } },
  }),
]);

test('judges a pact that is pasted into a page as Node does, patterns too', async () => {
  await using site = await serve();
  await using browser = await launch();
  const tab = await browser.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(site.url);

  const judged = async (pact: string): Promise<unknown> => {
    await tab.fill('#pact', pact);
    await tab.evaluate("document.getElementById('findings').textContent = ''");
    await tab.click('#judge');
    await tab.waitForFunction("document.getElementById('findings').textContent !== ''");
    return JSON.parse((await tab.textContent('#findings')) ?? '');
  };

  const findings = await lint([parsePact(faulty, 'pasted.json')]);
  expect(findings.map(({ rule }) => rule)).toEqual(['request-body', 'read-only-member', 'false-example']);
  expect(await judged(faulty)).toEqual(findings);
  expect(await judged(rawPact([raw.getCustomer()]))).toEqual([]);
  expect(await judged('no pact')).toEqual({
    isPactError: true,
    message: 'Failed to read pasted.json: it is no JSON. Hand in a pact file.',
  });
  expect(errors).toEqual([]);
});

test('asks for nothing that only Node has, and for no zod to judge', async () => {
  const built = fileURLToPath(new URL('../dist/browser/', import.meta.url));
  const names = (await readdir(built)).filter((name) => name.endsWith('.js'));
  const sources = await Promise.all(names.map((name) => readFile(join(built, name), 'utf8')));
  expect(names).toContain('browser.js');
  expect(sources.join('\n')).not.toMatch(/["']node:/);
  const entry = await bundle();
  expect(entry).not.toContain('ZodType');
  expect(gzipSync(entry).length).toBeLessThan(60_000);
});

/** Bundles the page's script with all that it imports, and gives what it loads before anybody asks for anything. */
async function bundle(directory?: string): Promise<string> {
  await using bundler = await rolldown({
    input: 'page',
    platform: 'browser',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? fileURLToPath(new URL('page.js', import.meta.url)) : undefined),
        load: (id) => (id.endsWith('/test/page.js') ? script : undefined),
      },
    ],
  });
  const options = { entryFileNames: '[name].js', minify: true } as const;
  const { output } =
    directory === undefined ? await bundler.generate(options) : await bundler.write({ ...options, dir: directory });
  const chunks = output.filter((each) => each.type === 'chunk');
  const atOnce = new Set<string>();
  const add = (name: string): void => {
    if (atOnce.has(name)) return;
    atOnce.add(name);
    for (const inner of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) add(inner);
  };
  add('page.js');
  return chunks
    .filter(({ fileName }) => atOnce.has(fileName))
    .map(({ code }) => code)
    .join('\n');
}

async function launch() {
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  return Object.assign(browser, { [Symbol.asyncDispose]: () => browser.close() });
}

async function serve() {
  const directory = await mkdtemp(join(tmpdir(), 'lint-page-'));
  await bundle(directory);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html').end(page);
      return;
    }
    void readFile(join(directory, pathname)).then(
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
      await rm(directory, { recursive: true });
    },
  };
}
