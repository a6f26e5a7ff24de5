import { createRequire } from 'node:module';

import { versionIn } from '@customer-contracts/schemas/internal';
import { Command, CommanderError } from 'commander';

import { isPactError } from '../pact-error.ts';
import { unicodeEscapes } from '../report/harmless-json.ts';
import { maskSecrets } from '../secrets.ts';
import { coverageCommand } from './coverage-command.ts';
import { diffCommand } from './diff-command.ts';
import { explainCommand } from './explain-command.ts';
import { lintCommand } from './lint-command.ts';
import { addPactCommands } from './pact-commands.ts';
import { usageCommand } from './usage-command.ts';

/** What could not be read, by name: the commands of `@customer-contracts/pact` may have another copy of this package. */
const unreadable: ReadonlySet<string> = new Set(['PactFileError', 'BrokerError']);

/** Runs the command that the process was started with, and sets its exit code. `url` is the file that was started. */
export async function runProgram(url: string): Promise<void> {
  const program = new Command('customer-pact')
    .description('Tools for the pact files of consumers of the Rebilly Customers API')
    .version(versionIn(createRequire(url)('../package.json')));
  await addPactCommands(program, url);
  const commands = [lintCommand(), explainCommand(), coverageCommand(), usageCommand(), diffCommand()];
  for (const command of commands) program.addCommand(command);

  // Commander would exit with 1, which says that something was found.
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ writeErr: (text) => process.stderr.write(printable(text)) });
  }
  guardConsole();

  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Nobody reads on: `head` knows, but in a pipeline of a build the rest of the report is lost.
    if (error.code === 'EPIPE') process.exit(process.exitCode || 2);
    console.error(`error: Failed to write the output: ${error.message}. Check where it goes.`);
    process.exit(2);
  });

  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (isPactError(error)) {
      console.error(`error: ${error.message}`);
      process.exitCode = unreadable.has(error.name) ? 2 : 1;
    } else throw error;
  }
}

/** Whatever a command prints goes through here: paths, names and descriptions may hold a key, or what a terminal obeys. */
function guardConsole(): void {
  for (const method of ['log', 'error'] as const) {
    const print = console[method].bind(console);
    console[method] = (text: string) => print(printable(text));
  }
}

/** A text without keys and tokens, in which a terminal obeys line breaks and the colours of reports alone. */
function printable(text: string): string {
  // JSON stays JSON with these escapes.
  return maskSecrets(text).replaceAll(obeyed, unicodeEscapes);
}

// oxlint-disable-next-line no-control-regex -- what is looked for
const obeyed = /(?!\u001B\[\d{1,2}m)(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
