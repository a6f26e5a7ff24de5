import { Command, CommanderError } from 'commander';

import { isPactError, PactFileError } from '../pact-error.ts';
import { maskSecrets } from '../secrets.ts';
import { BrokerError } from '../sources/pact-broker.ts';
import { coverageCommand } from './coverage-command.ts';
import { diffCommand } from './diff-command.ts';
import { lintCommand } from './lint-command.ts';
import { addPactCommands } from './pact-commands.ts';
import { usageCommand } from './usage-command.ts';

/** Runs the command that the process was started with, and sets its exit code. `url` is the file that was started. */
export async function runProgram(url: string): Promise<void> {
  const program = new Command('customer-pact').description(
    'Tools for the pact files of consumers of the Rebilly Customers API',
  );
  await addPactCommands(program, url);
  for (const command of [lintCommand(), coverageCommand(), usageCommand(), diffCommand()]) program.addCommand(command);

  // Commander would exit with 1, which says that something was found.
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: (text) => process.stderr.write(maskSecrets(text)) });
  }
  maskConsole();

  // Nobody reads on, as `head` does.
  process.stdout.on('error', () => process.exit());

  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (isPactError(error)) {
      console.error(`error: ${error.message}`);
      process.exitCode = error instanceof PactFileError || error instanceof BrokerError ? 2 : 1;
    } else throw error;
  }
}

/** Whatever a command prints goes through here: paths, names and descriptions may hold a key. */
function maskConsole(): void {
  for (const method of ['log', 'error'] as const) {
    const print = console[method].bind(console);
    console[method] = (text: string) => print(maskSecrets(text));
  }
}
