import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { run } from '../run.ts';
import { temporaryProject } from '../temporary-project.ts';
import { vitestProject } from './vitest-project.ts';

const require = createRequire(import.meta.url);
const home = dirname(require.resolve('@customer-contracts/pact/package.json'));

/** A page of another origin asks before each of these, and reads the headers that the answer lets it read. */
const contractTests = `
const clients = {
  async fetch(url, headers) {
    const response = await fetch(url, { headers });
    return [response.status, response.headers.get('Pagination-Total')];
  },
  async axios(url, headers) {
    const { status, headers: received } = await axios.get(url, { headers, adapter: 'xhr' });
    return [status, received['pagination-total']];
  },
  XMLHttpRequest: (url, headers) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.onload = () => resolve([request.status, request.getResponseHeader('Pagination-Total')]);
      request.onerror = () => reject(new Error('Network Error'));
      request.send();
    }),
};
for (const name of clientNames) {
  for (const credential of ['apiKey', 'jwt']) {
    it(
      name + ' with ' + credential,
      pact
        .getCustomerCollection({ q: name })
        .auth(credential)
        .readsHeaders('Pagination-Total')
        .test(async ({ baseUrl, apiKey, token }) => {
          const headers = credential === 'apiKey' ? { 'REB-APIKEY': apiKey } : { Authorization: 'Bearer ' + token };
          expect(typeof document).toBe('object');
          expect(await clients[name](baseUrl + '/customers?q=' + name, headers)).toEqual([200, expect.stringMatching(/^\\d+$/)]);
        }),
    );
  }
}
it(
  'writes with axios',
  pact.putCustomer({ id: 'cus_01', body: { locale: 'fr-FR' } }).respondsWith(200).test(async ({ baseUrl, apiKey }) => {
    const headers = { 'REB-APIKEY': apiKey };
    const { status } = await axios.put(baseUrl + '/customers/cus_01', { locale: 'fr-FR' }, { headers, adapter: 'xhr' });
    expect(status).toBe(200);
  }),
);
`;

test.each(['happy-dom', 'jsdom'])(
  'works with fetch, axios and XMLHttpRequest in the %s of vitest',
  async (environment) => {
    await using project = await vitestProject();
    await project.write(
      'a.test.js',
      `// @vitest-environment ${environment}
import axios from 'axios';
import { customersPact } from '@customer-contracts/pact';
const pact = customersPact({ consumer: 'worker', directory: '${dirname(project.pactFile)}' });
const clientNames = ['fetch', 'axios', 'XMLHttpRequest'];
${contractTests}`,
    );

    const { code, output } = await project.run();

    expect(output).toContain('7 interactions, written');
    expect(code).toBe(0);
  },
  60_000,
);

test('works with axios and XMLHttpRequest in the jsdom of jest', async () => {
  const root = await temporaryProject('jsdom');
  try {
    await writeFile(join(root, 'package.json'), '{}');
    await writeFile(
      join(root, 'jest.config.json'),
      JSON.stringify({ testEnvironment: require.resolve('jest-environment-jsdom'), cacheDirectory: '<rootDir>/.jest' }),
    );
    await writeFile(
      join(root, 'a.test.js'),
      `const { default: axios } = require('axios');
const { customersPact } = require('@customer-contracts/pact');
const pact = customersPact({ consumer: 'page', directory: __dirname + '/pacts' });
const clientNames = ['axios', 'XMLHttpRequest'];
${contractTests}`,
    );

    const jest = [process.execPath, require.resolve('jest/bin/jest')];
    const { code, output } = await run([join(home, 'dist', 'customer-pact.js'), 'merge', '--', ...jest], root);

    expect(output).toContain('5 interactions, written');
    expect(code).toBe(0);
  } finally {
    await rm(root, { recursive: true });
  }
}, 60_000);
