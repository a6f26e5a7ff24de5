import { checkOptions } from './check-options.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import { type Emulator, emulatorOver } from './emulator.ts';
import { fileStorage } from './file-storage.ts';

/**
 * Makes an emulator that any server, or a test by itself, can hand requests to.
 *
 * @throws {EmulatorError} when an option is unknown or can't be used, or the database can't be opened.
 * @example
 * using emulator = createEmulator({ credentials: [{ kind: 'apiKey', secret: 'key', organizations: ['demo'] }] });
 * const headers = { 'REB-APIKEY': 'key' };
 * const response = await emulator.fetch(new Request('http://emulator/customers', { headers }));
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  checkOptions(options, 'handler');
  return emulatorOver(fileStorage(options), options);
}
