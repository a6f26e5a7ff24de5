// Writes what the package of types is made of into a folder. Part of that package's build, which comes before this one's.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { bodiesText, operationsText } from './types-text.ts';

const [, , folder = '.'] = process.argv;
writeFileSync(join(folder, 'bodies.ts'), bodiesText());
writeFileSync(join(folder, 'operations.ts'), operationsText());
