const brand = Symbol.for('@customer-contracts/command/CommandError');

/** Why a command can't do what it was asked for. Its message is all that the user is shown. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  static {
    Object.defineProperty(this.prototype, brand, { value: true });
  }
}

/** Whether a value is a {@link CommandError}, of this or of another copy of this package. */
export function isCommandError(value: unknown): value is CommandError {
  return typeof value === 'object' && value !== null && brand in value;
}
