/** What the page of browser.long.test.ts runs: it is bundled from the built package, as a user's page is. */

import { createEmulator, type Emulator, type PageOptions } from '@customer-contracts/emulator/browser';
import { handlers } from '@customer-contracts/emulator/msw';
import { setupWorker } from 'msw/browser';

const secret = 'key';
let emulator: Emulator | undefined;

/** What an answer says. */
interface Said {
  readonly status: number;
  readonly body: unknown;
}

async function said(response: Response): Promise<Said> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const page = {
  /** @returns what went wrong, if anything did. */
  open: async (options: PageOptions = {}): Promise<string | undefined> => {
    try {
      const credentials = [{ kind: 'apiKey', secret, organizations: ['demo'] }] as const;
      emulator = await createEmulator({ credentials, rateLimit: false, ...options });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  },
  ask: async (method: string, path: string, body?: string): Promise<Said | undefined> => {
    const headers = { 'REB-APIKEY': secret, 'Content-Type': 'application/json' };
    const request = new Request(`https://emulator${path}`, { method, headers, ...(body !== undefined && { body }) });
    return emulator === undefined ? undefined : said(await emulator.fetch(request));
  },
  putMany: (count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => page.ask('PUT', `/customers/many-${index}`, '{}'))),
  snapshot: (name: string) => emulator?.snapshot(name),
  restore: (name: string) => emulator?.restore(name),
  snapshots: () => emulator?.snapshots().map(({ name }) => name),
  close: () => emulator?.close(),
  /** Lets a service worker answer what the page asks of the sandbox, and below an address. */
  mock: async (baseUrl: string): Promise<void> => {
    if (emulator === undefined) return;
    const worker = setupWorker(...handlers(emulator), ...handlers(emulator, { baseUrl }));
    await worker.start({ quiet: true });
  },
  fetch: async (url: string, method: string, body?: string): Promise<Said & { readonly location: string | null }> => {
    const headers = { 'REB-APIKEY': secret, 'Content-Type': 'application/json' };
    const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
    return { ...(await said(response)), location: response.headers.get('location') };
  },
  getsPerSecond: async (path: string, count: number): Promise<number> => {
    const start = performance.now();
    for (let index = 0; index < count; index += 1) await page.ask('GET', path);
    return (count * 1000) / (performance.now() - start);
  },
};

export type Page = typeof page;

Object.assign(globalThis, { page });
