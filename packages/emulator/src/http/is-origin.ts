/** Whether a text is an origin, as a browser writes it: `https://app.example.com`, with a port where it isn't the usual one. */
export function isOrigin(value: unknown): value is string {
  return typeof value === 'string' && URL.parse(value)?.origin === value;
}
