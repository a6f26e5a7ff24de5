import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { run, type Run } from './run.ts';
import { temporaryProject } from './temporary-project.ts';

const require = createRequire(import.meta.url);
const core = join(dirname(require.resolve('@pact-foundation/pact-core')), 'consumer', 'index.js');

const program = `
import { customersPact } from '@customer-contracts/pact';
await customersPact({ consumer: 'own-core' }).getCustomer({ id: 'cus_01' }).test(({ baseUrl, apiKey }) =>
  fetch(baseUrl + '/customers/cus_01', { headers: { 'REB-APIKEY': apiKey } }))();
console.log('ran');`;

/** Runs a test of ours in a project that has a pact-js, whose core says that it is loaded. */
async function besidePactJs(version: string, coreVersion: string): Promise<Run> {
  const root = await temporaryProject('own-core');
  try {
    const pactJs = join(root, 'node_modules', '@pact-foundation', 'pact');
    const own = join(pactJs, 'node_modules', '@pact-foundation', 'pact-core');
    await mkdir(join(own, 'src', 'consumer'), { recursive: true });
    const write = (directory: string, name: string, text: string) => writeFile(join(directory, name), text);
    await write(pactJs, 'package.json', JSON.stringify({ name: '@pact-foundation/pact', version }));
    await write(own, 'package.json', JSON.stringify({ version: coreVersion, main: 'src/index.js' }));
    await write(own, 'src/index.js', '');
    await write(
      own,
      'src/consumer/index.js',
      `console.log('the core of pact-js'); module.exports = require(${JSON.stringify(core)});`,
    );
    await write(root, 'test.js', program);
    return await run(['test.js'], root);
  } finally {
    await rm(root, { recursive: true });
  }
}

test("loads the core of the consumer's own pact-js, and no other", async () => {
  expect(await besidePactJs('16.0.0', '17.1.0')).toEqual({ code: 0, output: 'the core of pact-js\nran\n' });
});

test.each([
  ['15.0.1', '16.1.1'],
  ['16.0.0', '17.0.0'],
])('refuses pact-js %s with the core %s before two cores end the process', async (version, coreVersion) => {
  const { code, output } = await besidePactJs(version, coreVersion);

  expect(output).toContain(
    `PactError: Failed to load Pact's core: that of @pact-foundation/pact ${version} knows too little, and a process can't have two. Update @pact-foundation/pact to 16.0 or later.`,
  );
  expect(output).not.toContain('the core of pact-js');
  expect(code).toBe(1);
});
