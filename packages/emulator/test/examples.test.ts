import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright';
import { createServer } from 'vite';
import { expect, test } from 'vitest';

const example = (path: string): string => fileURLToPath(new URL(`../examples/${path}`, import.meta.url));

test('each story has the component before an emulator of its own', async () => {
  const site = await createServer({
    root: example('story'),
    configFile: false,
    logLevel: 'error',
    cacheDir: fileURLToPath(new URL('../.vitest/story', import.meta.url)),
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port: 0, fs: { strict: false } },
  });
  await site.listen();
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  try {
    const page = await browser.newPage();
    await page.goto(site.resolvedUrls?.local[0] ?? '');
    await page.waitForFunction('document.querySelectorAll("section").length === 3');
    expect(await page.locator('#Some li').count()).toBe(5);
    expect(await page.locator('#None li').count()).toBe(0);
    expect(await page.locator('#Down [role=alert]').textContent()).toBe('No customers: 503');
  } finally {
    await browser.close();
    await site.close();
  }
});

test('the mock of a mobile app is 20 lines, and answers where it says', async () => {
  const file = example('mobile-mock.ts');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));
  expect(lines.length).toBeLessThanOrEqual(20);

  const env = { ...process.env, PORT: '0' };
  const child = spawn(process.execPath, ['--experimental-strip-types', '--no-warnings', file], { env });
  try {
    let address: string | undefined;
    for await (const line of createInterface(child.stdout)) {
      address = /^Android emulator: (\S+)$/.exec(line)?.[1];
      if (address !== undefined) break;
    }
    const url = address?.replace('10.0.2.2', '127.0.0.1') ?? '';
    const response = await fetch(`${url}?limit=1`, { headers: { 'REB-APIKEY': 'app-key' } });
    expect([response.status, response.headers.get('pagination-total')]).toEqual([200, '200']);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});
