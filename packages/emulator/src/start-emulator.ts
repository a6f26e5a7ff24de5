import type { Workplace } from './admin/workplace.ts';
import { bindEmulator } from './bind-emulator.ts';
import { checkOptions } from './check-options.ts';
import type { StartOptions } from './emulator-options.ts';

/** The Customers API, listening. */
export interface RunningEmulator extends Workplace, AsyncDisposable {
  /** Where it listens: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** The default organization of the first credential. */
  readonly organizationId: string;
  /** The secret of the first credential. */
  readonly apiKey: string;
  /** Ends all connections and closes the database. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an emulator. It listens at once, and is ready when its customers are there.
 *
 * @throws {EmulatorError} when an option is unknown or can't be used, the port can't be used, the database can't be opened or
 *   filled, or nobody may use it.
 * @example
 * await using emulator = await startEmulator();
 * const headers = { 'REB-APIKEY': emulator.apiKey };
 * const response = await fetch(`${emulator.url}/organizations/${emulator.organizationId}/customers`, { headers });
 */
export async function startEmulator(options: StartOptions = {}): Promise<RunningEmulator> {
  checkOptions(options, 'server');
  const { url, organizationId, apiKey, filled, workplace, close } = await bindEmulator(options, 'holder');
  try {
    await filled;
  } catch (error) {
    await close();
    throw error;
  }
  return { url, organizationId, apiKey, ...workplace, close, [Symbol.asyncDispose]: close };
}
