// A component test with Playwright: the page is real, and what it asks the API comes from an emulator beside the test.
import { fileURLToPath } from 'node:url';

import { createEmulator } from '@customer-contracts/emulator';
import chromium from '@sparticuz/chromium'; // where `npx playwright install` has run, leave out `executablePath` and `args`
import { chromium as playwright } from 'playwright';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

test('the list shows who was renamed', async () => {
  using emulator = createEmulator({
    credentials: [{ kind: 'apiKey', secret: 'story-key', organizations: ['acme'] }],
  });
  const ada = new Request('https://emulator/customers/ada', {
    method: 'PUT',
    headers: { 'REB-APIKEY': 'story-key', 'Content-Type': 'application/json' },
    body: JSON.stringify({ primaryAddress: { firstName: 'Ada', lastName: 'Lovelace' } }),
  });
  await emulator.fetch(ada);

  await using browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
  });
  const page = await browser.newPage();
  await page.route('https://api-sandbox.rebilly.com/**', async (route) => {
    const asked = route.request();
    const request = new Request(asked.url(), { method: asked.method(), headers: await asked.allHeaders() });
    const response = await emulator.fetch(request);
    // The page is not of the API's origin.
    const headers = { ...Object.fromEntries(response.headers), 'access-control-allow-origin': '*' };
    await route.fulfill({ status: response.status, headers, body: await response.text() });
  });
  await page.setContent('<main></main>');
  await page.addScriptTag({ content: await bundled() });

  await page.waitForSelector('li');
  expect(await page.locator('li').allTextContents()).toEqual(['Ada Lovelace']);
});

/** The component, and what puts it into the page. */
async function bundled(): Promise<string> {
  const component = fileURLToPath(new URL('story/customer-list.ts', import.meta.url));
  await using bundler = await rolldown({
    input: 'mount',
    plugins: [
      {
        name: 'mount',
        resolveId: (id) => (id === 'mount' ? id : undefined),
        load: (id) =>
          id === 'mount'
            ? `import { customerList } from ${JSON.stringify(component)};
               customerList(fetch).then((list) => document.querySelector('main').append(list));`
            : undefined,
      },
    ],
  });
  const { output } = await bundler.generate({ format: 'iife' });
  return output[0].code;
}
