import { defineConfig, type Plugin } from 'rolldown';

import { commonJs } from '../../commonjs.ts';
import { pureInitialisers } from '../../pure-initialisers.ts';
import { plainTables } from './scripts/plain-tables.ts';

// Most of it is data, and a printer gives each member a line of its own.
const asData = { compress: false, mangle: false };

/** Leaves the OpenAPI document where it is, so that nothing has a second one in it. */
const documentAt = (path: string): Plugin => ({
  name: 'openapi-document',
  resolveId: (source) => (source.endsWith('/openapi.json') ? { id: path, external: true } : undefined),
});

/**
 * A few files instead of one for each source: Node spends more time on finding 40 small modules than on running them. Three
 * of them instead of one, so that a bundler that is asked for a shape leaves the operations out; and two for the other packages
 * of this project, which load none of the three, nor zod. What these share with `internal` is not bundled twice.
 */
export default defineConfig([
  {
    input: 'src/index.ts',
    external: ['zod', /\/internal\//],
    plugins: [pureInitialisers()],
    experimental: { nativeMagicString: true },
    output: {
      dir: 'dist',
      paths: (id) => (id.includes('/internal/') ? './internal.js' : id),
      sourcemap: true,
      // The sources are published, too.
      sourcemapExcludeSources: true,
      cleanDir: true,
      chunkFileNames: '[name].js',
      codeSplitting: {
        // A group takes what its files import, too: so the schemas, which all import, come first.
        groups: [
          {
            name: 'schemas',
            test: /\/(?:require-zod-4|company|contact-object|customer|lead-source|problem|tolerant)\.ts$/,
            priority: 3,
          },
          {
            name: 'operations',
            test: /\/(?:answers|credential-kinds|format-path|match-operation|path-pattern|may-repeat|operation|provider-state|resources|response-of|writes\/)[^/]*\.ts$/,
            priority: 2,
          },
          { name: 'filters', test: /filter[^/]*\.ts$/, priority: 1 },
        ],
      },
    },
  },
  { input: 'src/internal.ts', output: { dir: 'dist', sourcemap: true, sourcemapExcludeSources: true } },
  {
    input: 'src/plain.ts',
    external: [/\/internal\//],
    output: {
      dir: 'dist',
      paths: (id) => (id.includes('/internal/') ? './internal.js' : id),
      minify: asData,
    },
    plugins: [plainTables],
  },
  {
    input: 'src/shapes.ts',
    external: [/\/plain\.ts$/],
    output: {
      dir: 'dist',
      paths: (id) => (id.endsWith('/plain.ts') ? './plain.js' : id),
      sourcemap: true,
      sourcemapExcludeSources: true,
    },
    plugins: [plainTables],
  },
  {
    input: 'src/history.ts',
    external: [/\/internal\//],
    plugins: [documentAt('../openapi.json')],
    output: {
      dir: 'dist',
      paths: (id) => (id.includes('/internal/') ? './internal.js' : id),
      sourcemap: true,
      sourcemapExcludeSources: true,
    },
  },
  {
    input: 'src/evidence.ts',
    external: ['zod', /\/(?:plain|shapes)\.ts$/],
    output: {
      dir: 'dist',
      paths: (id) => id.replace(/^.*\/(plain|shapes)\.ts$/, './$1.js'),
      sourcemap: true,
      sourcemapExcludeSources: true,
    },
  },
  {
    // What is data lies in a file of its own.
    input: 'src/promised.ts',
    output: {
      dir: 'dist',
      minify: asData,
      sourcemap: true,
      sourcemapExcludeSources: true,
      chunkFileNames: '[name].js',
      codeSplitting: { groups: [{ name: 'promised-answers', test: /\/(?:promised-answers|format-patterns)\.ts$/ }] },
    },
    plugins: [plainTables],
  },
  ...commonJs({ index: 'src/index.ts', internal: 'src/internal.ts' }),
  ...commonJs({ history: 'src/history.ts' }, { plugins: [documentAt('../../openapi.json')] }),
  ...commonJs(
    { evidence: 'src/evidence.ts', plain: 'src/plain.ts', promised: 'src/promised.ts', shapes: 'src/shapes.ts' },
    { plugins: [plainTables], minify: asData },
  ),
]);
