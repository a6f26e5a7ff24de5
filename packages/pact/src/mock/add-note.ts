import { types } from 'node:util';

import { attempt } from './object-graph.ts';

/**
 * Adds a line to the message of the user's own error, which stays the error that is thrown; jest's is of another realm. One
 * that lets nobody change it goes without.
 */
export function addNote(error: unknown, note: string): void {
  if (types.isNativeError(error)) attempt(() => Reflect.set(error, 'message', `${error.message}\n(${note})`));
}
