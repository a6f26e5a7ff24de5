import chromium from '@sparticuz/chromium';
import { chromium as playwright, type BrowserContextOptions, type Page } from 'playwright-core';

import { serveSite } from './serve-site.ts';

/** What the package's own arguments switch off, and a page has in any browser; or what ends it with its first page. */
const unwanted = new Set(['--disable-web-security', '--allow-running-insecure-content', '--single-process']);

/** A tab of the site. Everything that a browser would complain about is collected: errors, and requests that go elsewhere. */
export interface Tab extends AsyncDisposable {
  readonly page: Page;
  readonly complaints: string[];
}

export interface OpenedSite extends AsyncDisposable {
  readonly url: string;
  readonly newTab: (options?: BrowserContextOptions) => Promise<Tab>;
}

/** The built site in a browser from an npm package. */
export async function openSite(): Promise<OpenedSite> {
  const served = await serveSite();
  const { url } = served;
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => !unwanted.has(argument)),
  });
  return {
    url,
    async newTab(options = {}) {
      const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      const at = (): string => new URL(page.url()).pathname;
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${at()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${at()}: ${error.message}`));
      page.on('request', (request) => {
        const address = request.url();
        if (!address.startsWith(url) && !/^(?:data|blob):/.test(address)) complaints.push(`${at()} asked ${address}`);
      });
      return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await served.close();
    },
  };
}
