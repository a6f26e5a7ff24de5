// Writes openapi.json beside package.json. Part of the package's build.
import { readFileSync, writeFileSync } from 'node:fs';

import * as z from 'zod';

import { openapiDocument } from './openapi-document.ts';

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));
writeFileSync(new URL('../openapi.json', import.meta.url), `${JSON.stringify(openapiDocument(version), null, 2)}\n`);
