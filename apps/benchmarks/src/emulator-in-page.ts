import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { rolldown } from 'rolldown';

import { type Row, row } from './row.ts';

const require = createRequire(import.meta.url);
const site = 'http://emulator.test/';
const rounds = 5;

/** The goals are figures, so they stand in the place of a peer. */
const budget = { perSecond: 500, kilobytes: 1500 };

const script = `
import { createEmulator } from '@customer-contracts/emulator/browser';
globalThis.measured = async (count) => {
  using emulator = await createEmulator({ customers: { count: 1000, seed: 42 } });
  const headers = { 'REB-APIKEY': emulator.credentials[0].secret };
  const ask = async (path) => (await emulator.fetch(new Request('http://emulator' + path, { headers }))).json();
  const [{ id }] = await ask('/customers?limit=1');
  const start = performance.now();
  for (let index = 0; index < count; index += 1) await ask('/customers/' + id);
  return (count * 1000) / (performance.now() - start);
};`;

/** The emulator in Chromium: what of it is loaded, and how fast it reads. */
export async function inPage(): Promise<Row[]> {
  const files = new Map([['page.js', await bundled()]]);
  files.set('sqlite3.wasm', await readFile(require.resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm')));
  const kilobytes = [...files.values()].reduce((sum, file) => sum + gzipSync(file).length, 0) / 1000;
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  try {
    const page = await browser.newPage();
    await page.route(`${site}**`, (route) => {
      const name = route.request().url().slice(site.length);
      const contentType = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
      const body = files.get(name);
      if (body !== undefined) return route.fulfill({ body, contentType });
      return route.fulfill({ body: '<script type="module" src="page.js"></script>', contentType: 'text/html' });
    });
    await page.goto(site);
    await page.waitForFunction('globalThis.measured !== undefined');
    const perSecond: number[] = [];
    for (let round = 0; round < rounds; round += 1) perSecond.push(Number(await page.evaluate('measured(2000)')));
    return [
      row(
        'GET a customer of 1,000 in Chromium | its budget',
        '/s',
        { ours: perSecond, peer: [budget.perSecond] },
        { atLeast: 1 },
      ),
      row(
        'the emulator in a page, gzipped, with SQLite | its budget',
        'kB',
        { ours: [kilobytes], peer: [budget.kilobytes] },
        { atMost: 1 },
      ),
    ];
  } finally {
    await browser.close();
  }
}

async function bundled(): Promise<Buffer> {
  await using bundler = await rolldown({
    input: 'page',
    platform: 'browser',
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === 'page' ? `${import.meta.dirname}/page.js` : undefined),
        load: (id) => (id === `${import.meta.dirname}/page.js` ? script : undefined),
      },
    ],
  });
  const { output } = await bundler.generate({ minify: true, codeSplitting: false });
  return Buffer.from(output[0].code);
}
