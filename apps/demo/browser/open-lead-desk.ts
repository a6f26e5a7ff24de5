import type { BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

import { launchChromium } from './launch-chromium.ts';
import { startLeadDesk } from './start-lead-desk.ts';

const browser = await launchChromium();

/** Ends the browser of a test file. */
export const closeBrowser = () => browser.close();

/** What a test looks like: how large the window is, what is there, and how it starts. */
interface Visit extends BrowserContextOptions {
  readonly path?: string | ((desk: Awaited<ReturnType<typeof startLeadDesk>>) => string);
  readonly count?: number;
  readonly contractFile?: string;
  readonly clock?: () => Date;
}

/**
 * Lead Desk, started and opened in a tab of its own; both end with the test. What the page logs as an error or throws is kept in
 * `complaints`.
 */
export async function openLeadDesk({ path = '/', count = 60, contractFile, clock, ...context }: Visit = {}) {
  const desk = await startLeadDesk({ count, contractFile, clock });
  const tab = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 }, ...context });
  onTestFinished(async () => {
    await tab.close();
    await desk[Symbol.asyncDispose]();
  });
  tab.setDefaultTimeout(15_000);
  const page = await tab.newPage();
  const complaints = complaintsOf(page);
  await page.goto(desk.url + (typeof path === 'string' ? path : path(desk)));
  return { ...desk, page, complaints };
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // An answer with an error status is logged by the browser, whatever the page makes of it.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
}
