import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { PublishedPackage } from './packages.ts';

/** The root of the repository. The other places are told from there. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the API of a package is written down. */
export const snapshotOf = ({ folder }: Pick<PublishedPackage, 'folder'>): string =>
  `checks/api/${basename(folder)}.d.ts`;

/** The document that the schemas are built into, and where it is written down. */
export const openapiFile = 'packages/schemas/openapi.json';
export const openapiSnapshot = 'checks/api/openapi.json';
