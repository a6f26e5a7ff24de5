import { defineConfig } from 'rolldown';

/** One file for what every command loads, one for those that read flags: Node spends longer on finding modules than on these. */
export default defineConfig({
  input: { index: 'src/index.ts', flags: 'src/flags.ts' },
  platform: 'node',
  external: [/^[^./]/],
  output: { dir: 'dist', sourcemap: true, sourcemapExcludeSources: true, comments: false, cleanDir: true },
});
