#!/usr/bin/env node
import { Command } from 'commander';

import { coverageCommand } from './cli/coverage-command.ts';
import { diffCommand } from './cli/diff-command.ts';
import { lintCommand } from './cli/lint-command.ts';
import { mergeCommand } from './cli/merge-command.ts';
import { usageCommand } from './cli/usage-command.ts';
import { isPactError } from './pact-error.ts';
import { PactFileError } from './pact-files/pact-file-error.ts';

const program = new Command('customer-pact')
  .description('Tools for the pact files of consumers of the Rebilly Customers API')
  .addCommand(mergeCommand())
  .addCommand(lintCommand())
  .addCommand(coverageCommand())
  .addCommand(usageCommand())
  .addCommand(diffCommand());

// Nobody reads on, as `head` does.
process.stdout.on('error', () => process.exit());

try {
  await program.parseAsync();
} catch (error) {
  if (!isPactError(error)) throw error;
  console.error(`error: ${error.message}`);
  process.exitCode = error instanceof PactFileError ? 2 : 1;
}
