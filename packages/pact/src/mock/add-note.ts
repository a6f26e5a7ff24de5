import { types } from 'node:util';

/** Adds a line to the message of the user's own error, which stays the error that is thrown; jest's is of another realm. */
export function addNote(error: unknown, note: string): void {
  if (types.isNativeError(error)) error.message = `${error.message}\n(${note})`;
}
