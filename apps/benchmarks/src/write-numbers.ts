import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { readMeasurements } from './measurement.ts';
import { numbersPage } from './numbers-page.ts';

/** `pnpm numbers`: writes docs/numbers.md. */
writeFileSync(join(import.meta.dirname, '../../../docs/numbers.md'), numbersPage(readMeasurements()));
