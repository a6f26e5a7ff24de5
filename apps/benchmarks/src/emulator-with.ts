import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { servedBy, type ServerProcess } from './served-by.ts';

const require = createRequire(import.meta.url);

/** The emulator in a process of its own, with customers of a seed and no limit of writes. */
export function emulatorWith(count: number, seed: number, apiKey: string): Promise<ServerProcess> {
  const folder = dirname(require.resolve('@customer-contracts/emulator/package.json'));
  const flags = ['--port', '0', '--customers', String(count), '--seed', String(seed), '--rate-limit', 'off', '--quiet'];
  return servedBy([join(folder, 'dist/customer-emulator.js'), ...flags], { CUSTOMERS_API_KEY: apiKey });
}
