/** How a generator is run by who has read its first page, and nothing more. */
export interface Generator {
  /** What is written before: its configuration, where it can't do without one. */
  readonly files: Readonly<Record<string, string>>;
  /** The file of the program in its package, and what it is given. */
  readonly command: readonly [program: string, ...parameters: string[]];
}

/** The generators, each at its defaults. For each there is a program in `programs`, which calls the emulator with what it made. */
export const generators: Readonly<Record<string, Generator>> = {
  'openapi-typescript': {
    files: {},
    command: ['openapi-typescript/bin/cli.js', 'openapi.json', '-o', 'generated/schema.ts'],
  },
  orval: {
    files: {
      'orval.config.mjs': `export default { customers: { input: './openapi.json', output: './generated/client.ts' } };\n`,
    },
    command: ['orval/dist/bin/orval.mjs'],
  },
  'hey-api': {
    files: {},
    command: ['@hey-api/openapi-ts/bin/run.js', '-i', './openapi.json', '-o', 'generated'],
  },
  kubb: {
    files: {
      'kubb.config.mjs': `import { defineConfig } from '@kubb/core';
import { pluginClient } from '@kubb/plugin-client';
import { pluginOas } from '@kubb/plugin-oas';
import { pluginTs } from '@kubb/plugin-ts';
export default defineConfig({
  input: { path: './openapi.json' },
  output: { path: './generated' },
  plugins: [pluginOas(), pluginTs(), pluginClient()],
});
`,
    },
    command: ['@kubb/cli/bin/kubb.cjs', 'generate'],
  },
};
