import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { rolldown } from 'rolldown';
import { expect, inject, test } from 'vitest';

import { published } from '../src/published.ts';

const schemas = join(inject('workspace'), 'packages/schemas/dist/index.js');

/** What a bundler makes of a module that exports something of the schemas, without zod, minified. */
async function bundled(exported: string): Promise<string> {
  await using bundle = await rolldown({
    input: 'entry',
    external: ['zod'],
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : undefined),
        load: (id) => (id === 'entry' ? `export ${exported} from '${schemas}';` : undefined),
      },
    ],
  });
  const { output } = await bundle.generate({ minify: true });
  return output.map((file) => ('code' in file ? file.code : '')).join('');
}

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;

test.each([
  ['types', 25],
  // The dates of the API's changes are an entry of it.
  ['schemas', 310],
  // 19 locales and what judges overrides, as ES modules and as CommonJS; each entry of the latter stands alone.
  ['fixtures', 710],
  // 25 of it are the guard, an entry of its own.
  ['client', 95],
  // 30 of it are for a page: another database, and two hashes.
  ['emulator', 290],
  // 300 of it are Oniguruma, which is loaded where a pattern is judged.
  ['pact-files', 700],
  // The text of each kind of test that init writes is in it.
  ['pact', 560],
  // The questions of evidence are data in it.
  ['seed', 270],
])('%s is below %i kB as it is downloaded', async (name, limit) => {
  const { tarball } = await published(inject('registry'), name);
  const size = kilobytes(tarball.length);
  process.stdout.write(`@customer-contracts/${name}: ${size} kB packed\n`);
  expect(size).toBeLessThan(limit);
});

test('the schemas are below 20 kB in a web page, gzipped and without zod', async () => {
  const size = kilobytes(gzipSync(await bundled('*')).length);
  process.stdout.write(`@customer-contracts/schemas: ${size} kB bundled and gzipped\n`);
  expect(size).toBeLessThan(20);
});

test('importing LeadSource alone brings little along beside zod, and no operation', async () => {
  const [all, alone] = await Promise.all([bundled('*'), bundled('{ LeadSource }')]);
  process.stdout.write(`LeadSource alone: ${kilobytes(alone.length)} kB bundled\n`);
  expect(all).toContain('getCustomerCollection');
  expect(alone).not.toContain('getCustomerCollection');
  expect(alone.length).toBeLessThan(4000);
});

test('importing servers alone brings nothing along', async () => {
  expect((await bundled('{ servers }')).length).toBeLessThan(200);
});
