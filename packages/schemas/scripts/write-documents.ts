// Writes openapi.json and the folder json-schema beside package.json. Part of the package's build.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

import * as z from 'zod';

import { jsonSchemas } from './json-schemas.ts';
import { openapiDocument } from './openapi-document.ts';

const folder = new URL('../', import.meta.url);
const write = (file: string, document: object): void =>
  writeFileSync(new URL(file, folder), `${JSON.stringify(document, null, 2)}\n`);

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')));
write('openapi.json', openapiDocument(version));

rmSync(new URL('json-schema', folder), { recursive: true, force: true });
mkdirSync(new URL('json-schema', folder));
for (const [name, schema] of jsonSchemas()) write(`json-schema/${name}.json`, schema);
