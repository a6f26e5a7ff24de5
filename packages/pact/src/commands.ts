import type { PactCommands } from '@customer-contracts/pact-files/command';

import { addMergeCommand } from './commands/merge-command.ts';

/** What this package adds to the command `customer-pact`, which finds it here. */
export const commands: PactCommands = { version: 1, add: addMergeCommand };
