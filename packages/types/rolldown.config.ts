import { defineConfig } from 'rolldown';

import { commonJs } from '../../commonjs.ts';

/** Modules that hold nothing, for who imports a type without saying `type`. */
export default defineConfig([
  { input: 'src/index.ts', output: { dir: 'dist', cleanDir: true } },
  ...commonJs({ index: 'src/index.ts' }),
]);
