import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

/** What the package's own arguments switch off, and a page has in any browser; or what ends it with its first page. */
const unwanted = new Set(['--disable-web-security', '--allow-running-insecure-content', '--single-process']);

/** A browser from an npm package: nothing has to be installed on the machine. */
export async function launchChromium() {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => !unwanted.has(argument)),
  });
}
