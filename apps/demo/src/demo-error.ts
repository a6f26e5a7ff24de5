/** A step of the loop that did not succeed. The message says which, and why. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}
