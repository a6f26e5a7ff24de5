// Running a command. Nothing here loads commander: customer-pact mostly goes without.
export { type CommandOfProcess, startCommand } from './start-command.ts';
export { CommandError } from './command-error.ts';

// What a command says and reads
export { givenKey, type GivenKey } from './given-key.ts';
export { printable } from './printable.ts';
export { isSystemError, type SystemError, whyNotWritten } from './why-not-written.ts';
