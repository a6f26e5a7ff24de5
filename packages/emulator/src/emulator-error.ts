/** What goes wrong around the emulator: a database file that can't be used, a port that is taken, an option that makes no sense. */
export class EmulatorError extends Error {
  override readonly name = 'EmulatorError';
  /** What it was about: the database file, the address, the option's name. */
  readonly subject: unknown;

  constructor(message: string, subject: unknown, options?: ErrorOptions) {
    super(message, options);
    this.subject = subject;
  }
}

/** Whether an error is an {@link EmulatorError}, of this or of another copy of the package. */
export function isEmulatorError(error: unknown): error is EmulatorError {
  return error instanceof Error && error.name === 'EmulatorError' && 'subject' in error;
}
