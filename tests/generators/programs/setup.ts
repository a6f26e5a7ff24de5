/** The emulator of the test, and its key. */
export const server = process.env['CUSTOMERS_API_URL'] ?? '';
export const headers = { 'REB-APIKEY': process.env['CUSTOMERS_API_KEY'] ?? '' };

/** Says what the calls gave. */
export function finish(result: Readonly<Record<string, unknown>>): void {
  process.stdout.write(JSON.stringify(result));
}
