const brand = Symbol.for('@customer-contracts/emulator/EmulatorError');

/** What goes wrong around the emulator: a database file that can't be used, a port that is taken, an option that makes no sense. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError';
  /** What it was about: the database file, the address, the option's name. */
  readonly subject: unknown;

  static {
    Object.defineProperty(this.prototype, brand, { value: true });
  }

  /** @internal */
  constructor(message: string, subject: unknown, options?: ErrorOptions) {
    super(message, options);
    this.subject = subject;
  }
}

/** Whether a value is an {@link EmulatorError}, of this or of another copy of the package. */
export function isEmulatorError(value: unknown): value is EmulatorError {
  return typeof value === 'object' && value !== null && brand in value;
}
