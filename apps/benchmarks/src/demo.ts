import { get } from 'node:http';
import { join } from 'node:path';

import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

import { emulatorWith } from './emulator-with.ts';
import { type Row, row } from './row.ts';
import { servedBy } from './served-by.ts';

const apiKey = 'benchmark';
const customers = 10_000;
const visits = 11;
const lists = 200;

/** What the page asks for, in the order of what it takes. */
const queries = {
  'first page': 'offset=0&sort=-createdTime',
  'last page that the API has': 'offset=1000&sort=-createdTime',
  'page of a country': 'offset=0&sort=-createdTime&filter=primaryAddress.country:US',
  'page found by a name': 'offset=0&sort=-createdTime&q=ann',
  'page by last name': 'offset=0&sort=lastName',
};

/** What Lead Desk may cost: its goals are figures, so they stand in the place of a peer. */
const budget = { kilobytes: 120, milliseconds: { page: 1000, list: 50 } };

/** Lead Desk with 10,000 customers: what its first page loads, when it can be used, and how fast a list comes. */
export async function demo(): Promise<Row[]> {
  await using api = await emulatorWith(customers, 1, apiKey);
  await using desk = await servedBy([join(import.meta.dirname, 'lead-desk-server.js'), api.url], {
    CUSTOMERS_API_KEY: apiKey,
  });
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    // With it the browser ends with its first page.
    args: chromium.args.filter((argument) => argument !== '--single-process'),
  });
  try {
    const pages: Visit[] = [];
    for (let visit = 0; visit < visits; visit += 1) pages.push(await visitFirstPage(browser, desk.url));
    const scripts = pages[0]?.scripts ?? [];
    const sizes = await Promise.all(scripts.map((url) => gzippedBytes(url)));
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    return [
      within('JavaScript of the first page, gzipped', 'kB', [kilobytes], budget.kilobytes),
      within(
        'from the address to a page that can be used',
        'ms',
        pages.map(({ usable }) => usable),
        budget.milliseconds.page,
      ),
      ...(await listRows(desk.url)),
    ];
  } finally {
    await browser.close();
  }
}

async function listRows(url: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, query] of Object.entries(queries)) {
    const times = await answerTimes(url, `limit=25&expand=leadSource&${query}`);
    rows.push(within(`the ${name} of 10,000`, 'ms', times, budget.milliseconds.list));
  }
  return rows;
}

function within(work: string, unit: string, ours: readonly number[], most: number): Row {
  return row(`Lead Desk: ${work} | its budget`, unit, { ours, peer: [most] }, { atMost: 1 });
}

interface Visit {
  /** The addresses of the scripts that were loaded. */
  readonly scripts: readonly string[];
  /** When the rows were there and the page took input, in ms since the address was entered. */
  readonly usable: number;
}

/** Opens the page with nothing in the cache, and waits until the list is there and the browser has nothing left to do. */
async function visitFirstPage(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.url());
    });
    await page.goto(url, { waitUntil: 'commit' });
    await page.locator('table tbody th a').first().waitFor();
    const usable = await page.evaluate<number>(
      'new Promise((resolve) => requestIdleCallback(() => resolve(performance.now())))',
    );
    await page.waitForLoadState('networkidle');
    return { scripts, usable };
  } finally {
    await context.close();
  }
}

/** How many bytes the server sends for a file to a browser that takes gzip. */
function gzippedBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    });
    request.on('error', reject);
  });
}

/** How long a list takes through Lead Desk's server, in ms, one after the other. */
async function answerTimes(url: string, query: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let count = 0; count < lists; count += 1) {
    const start = performance.now();
    const answer = await fetch(`${url}/api/customers?${query}`);
    const found: unknown = await answer.json();
    times.push(performance.now() - start);
    if (!Array.isArray(found) || found.length !== 25) throw new Error(`Failed to measure ${query}: ${answer.status}.`);
  }
  return times;
}
