// Writes down the API of every package as it is now.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { apiOf } from './api.ts';
import { publishedPackages } from './packages.ts';
import { openapiFile, openapiSnapshot, root, snapshotOf } from './places.ts';

for (const each of publishedPackages(root)) writeFileSync(join(root, snapshotOf(each)), apiOf(each, root));
copyFileSync(join(root, openapiFile), join(root, openapiSnapshot));
