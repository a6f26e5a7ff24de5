#!/usr/bin/env node
import { Command } from 'commander';

import { mergeCommand } from './cli/merge-command.ts';
import { isPactError } from './pact-error.ts';

const program = new Command('customer-pact')
  .description('Tools for the pact files of consumers of the Rebilly Customers API')
  .addCommand(mergeCommand());

try {
  await program.parseAsync();
} catch (error) {
  if (!isPactError(error)) throw error;
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
