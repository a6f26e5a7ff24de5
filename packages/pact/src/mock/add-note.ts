import { types } from 'node:util';

import { attempt } from './object-graph.ts';

/**
 * Adds a line to the message of the user's own error, which stays the error that is thrown; jest's is of another realm. One
 * that lets nobody change it goes without. The stack begins with the message, and some runners print nothing else.
 */
export function addNote(error: unknown, note: string): void {
  if (!types.isNativeError(error)) return;
  const { message, stack = '' } = error;
  const noted = `${message}\n(${note})`;
  attempt(() => Reflect.set(error, 'message', noted));
  if (message !== '' && stack.includes(message)) {
    attempt(() =>
      Reflect.set(
        error,
        'stack',
        stack.replace(message, () => noted),
      ),
    );
  }
}
