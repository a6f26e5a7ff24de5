#!/usr/bin/env node
import { startCommand } from '@customer-contracts/command';

import { hideSqliteWarning } from './command/hide-sqlite-warning.ts';

await startCommand('customer-emulator', () => {
  // Before node:sqlite is loaded, which the command does.
  hideSqliteWarning();
  return import('./command/run.ts');
});
