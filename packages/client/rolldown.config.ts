import { defineConfig } from 'rolldown';

import { commonJs } from '../../commonjs.ts';

export default defineConfig(commonJs({ index: 'src/index.ts' }));
