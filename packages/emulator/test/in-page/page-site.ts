import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import chromium from '@sparticuz/chromium';
import { type BrowserContext, type Page as Tab, chromium as playwright } from 'playwright';
import { rolldown } from 'rolldown';

import type { Page } from './page.ts';

const require = createRequire(import.meta.url);

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
  '.html': 'text/html',
};

/** A page, open in Chromium. */
export interface OpenPage extends AsyncDisposable {
  readonly url: string;
  readonly tab: Tab;
  /** Calls a function of page.ts. */
  call<Name extends keyof Page>(
    name: Name,
    ...values: Parameters<Page[Name]>
  ): Promise<Awaited<ReturnType<Page[Name]>>>;
  /** Another tab, which has the same storage. */
  another(): Promise<OpenPage>;
  /** The files that it asked for, with their sizes as gzip makes them. */
  files(): Promise<readonly { readonly name: string; readonly gzipped: number }[]>;
}

/** A site on this machine with page.ts. */
export interface PageSite extends AsyncDisposable {
  /** Opens the page in a browser of its own. */
  open(): Promise<OpenPage>;
}

/** Bundles page.ts as a user's bundler would, and serves it. */
export async function pageSite(): Promise<PageSite> {
  const directory = await mkdtemp(join(tmpdir(), 'emulator-page-'));
  await bundleInto(directory);
  await copyFile(require.resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm'), join(directory, 'sqlite3.wasm'));
  await copyFile(require.resolve('msw/mockServiceWorker.js'), join(directory, 'mockServiceWorker.js'));
  const asked = new Set<string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/') {
      const html = '<!doctype html><title>Emulator</title><script type="module" src="page.js"></script>';
      response.setHeader('content-type', 'text/html').end(html);
      return;
    }
    void readFile(join(directory, pathname)).then(
      (file) => {
        asked.add(pathname.slice(1));
        response.setHeader('content-type', types[extname(pathname)] ?? 'text/plain').end(file);
      },
      () => response.writeHead(404).end(),
    );
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await rm(directory, { recursive: true });
  };
  return {
    open: async () => {
      asked.clear();
      // One each: this Chromium is one process, and ends with its first context.
      const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
      return openIn(await browser.newContext(), () => browser.close());
    },
    [Symbol.asyncDispose]: close,
  };

  async function openIn(context: BrowserContext, end: () => Promise<void>): Promise<OpenPage> {
    const tab = await context.newPage();
    await tab.goto(url);
    await tab.waitForFunction('globalThis.page !== undefined');
    return {
      url,
      tab,
      call: (name, ...values) => tab.evaluate(`page.${name}(...${JSON.stringify(values)})`),
      another: () => openIn(context, () => tab.close()),
      files: () =>
        Promise.all(
          [...asked].map(async (name) => ({ name, gzipped: gzipSync(await readFile(join(directory, name))).length })),
        ),
      [Symbol.asyncDispose]: end,
    };
  }
}

async function bundleInto(dir: string): Promise<void> {
  await using bundler = await rolldown({
    input: { page: fileURLToPath(new URL('page.ts', import.meta.url)) },
    platform: 'browser',
  });
  await bundler.write({ dir, entryFileNames: '[name].js', chunkFileNames: '[name].js', minify: true });
}
