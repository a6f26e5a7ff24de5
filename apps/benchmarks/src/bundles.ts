import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import webpack from 'webpack';

import { type Row, row } from './row.ts';

/** What of zod the smallest useful schema needs: what LeadSource is made with, by hand. */
const byHand = `import * as z from 'zod';
export const LeadSource = z.object({
  text: z.string().max(512).nullable().optional(),
  referrer: z.url().max(2083).nullable().optional(),
  createdTime: z.iso.datetime({ offset: true }).optional(),
  links: z.array(z.object({ rel: z.union([z.enum(['self']), z.string()], 'Must be text').optional() })).optional(),
});`;

/** What may come with an import of which nothing but that was asked for, minified. */
const margin = 4000;

/** What a web page takes along with one import, by bundler: minified, zod included. */
export async function bundles(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [bundler, sizeOf] of Object.entries(bundlers)) {
    const peer = (await sized(sizeOf, byHand)) + margin;
    const leadSource = await sized(sizeOf, `export { LeadSource } from '@customer-contracts/schemas';`);
    const servers = await sized(sizeOf, `export { servers } from '@customer-contracts/schemas';`);
    const oneLocale = await sized(sizeOf, `export { customerFixtures } from '@customer-contracts/fixtures';`);
    const allLocales = await sized(
      sizeOf,
      `export { customerFixtures } from '@customer-contracts/fixtures'; export * from '@customer-contracts/fixtures/locales';`,
    );
    const shown = (work: string, ours: number, most: number): Row =>
      row(`${bundler}: ${work}`, 'kB', { ours: [ours / 1000], peer: [most / 1000] }, { atMost: 1 });
    rows.push(
      shown('LeadSource alone | what it needs of zod, and 4 kB', leadSource, peer),
      shown('servers alone | 4 kB', servers, margin),
      shown('fixtures of one locale | a third of those of all', oneLocale, allLocales / 3),
    );
  }
  return rows;
}

type SizeOf = (entry: string, folder: string) => Promise<number>;

const bundlers: Readonly<Record<string, SizeOf>> = {
  async esbuild(entry) {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    });
    return total(outputFiles.map(({ text }) => text));
  },
  async rollup(entry) {
    const bundle = await rollup({ input: entry, plugins: [nodeResolve()], logLevel: 'silent' });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    // It has no minifier of its own.
    const minified = output.map((file) => transform('code' in file ? file.code : '', { minify: true, format: 'esm' }));
    return total((await Promise.all(minified)).map(({ code }) => code));
  },
  async rolldown(entry) {
    await using bundle = await rolldown({ input: entry, platform: 'browser' });
    const { output } = await bundle.generate({ minify: true });
    return total(output.map((file) => ('code' in file ? file.code : '')));
  },
  async webpack(entry, folder) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const output = { path: folder, filename: 'webpack.js', library: { type: 'module' } };
    webpack(
      { mode: 'production', target: 'web', entry, experiments: { outputModule: true }, output, performance: false },
      (error, stats) => {
        if (error !== null) reject(error);
        else if (stats?.hasErrors() === true) reject(new Error(`Failed to bundle by webpack: ${stats.toString()}.`));
        else resolve();
      },
    );
    await promise;
    return total([readFileSync(join(folder, 'webpack.js'), 'utf8')]);
  },
};

function total(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Bundles a program that lies in this package, so that it finds what the package depends on. */
async function sized(sizeOf: SizeOf, code: string): Promise<number> {
  const folder = mkdtempSync(join(import.meta.dirname, 'bundle-'));
  try {
    const entry = join(folder, 'entry.mjs');
    writeFileSync(entry, code);
    return await sizeOf(entry, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
