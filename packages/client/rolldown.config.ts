import { defineConfig } from 'rolldown';

import { commonJs } from '../../commonjs.ts';

export default defineConfig(commonJs({ guard: 'src/guard.ts', index: 'src/index.ts' }));
