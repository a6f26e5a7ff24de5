import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const manifest = createRequire(import.meta.url).resolve('@customer-contracts/pact/package.json');

/** The file of the command `customer-pact`, as it was built. */
export const customerPact: string = join(dirname(manifest), 'dist', 'customer-pact.js');
