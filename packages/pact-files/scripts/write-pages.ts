import { writeFileSync } from 'node:fs';

import { configSchema } from './config-schema.ts';
import { lintRulesPage } from './lint-rules-page.ts';

const root = new URL('..', import.meta.url);
writeFileSync(new URL('lint-rules.md', root), lintRulesPage());
writeFileSync(new URL('config.schema.json', root), `${JSON.stringify(configSchema(), null, 2)}\n`);
