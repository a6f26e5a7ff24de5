import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

import { versionIn } from '@customer-contracts/schemas/internal';

const load = createRequire(import.meta.url);

/** Of the package: who verifies pacts with an emulator says which one it was. Read when somebody asks, and once. */
export const version = (): string => versionIn(load('@customer-contracts/emulator/package.json'));

/** In hexadecimal digits. */
export const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

/** In hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
