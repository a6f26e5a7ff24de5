import { createRequire } from 'node:module';

import { versionIn } from '@customer-contracts/schemas/internal';
import { Command, CommanderError } from 'commander';

import { isPactError } from '../pact-error.ts';
import { unicodeEscapes } from '../report/harmless-json.ts';
import { maskSecrets } from '../secrets.ts';

/** The commands of this package, in the order of the help. Each is loaded when it is needed: most of what one loads no other does. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  lint: async () => (await import('./lint-command.ts')).lintCommand(),
  explain: async () => (await import('./explain-command.ts')).explainCommand(),
  coverage: async () => (await import('./coverage-command.ts')).coverageCommand(),
  usage: async () => (await import('./usage-command.ts')).usageCommand(),
  diff: async () => (await import('./diff-command.ts')).diffCommand(),
};

/** What could not be read, by name: the commands of `@customer-contracts/pact` may have another copy of this package. */
const unreadable: ReadonlySet<string> = new Set(['PactFileError', 'BrokerError']);

/** Runs the command that the process was started with, and sets its exit code. `url` is the file that was started. */
export async function runProgram(url: string): Promise<void> {
  const program = new Command('customer-pact')
    .description('Tools for the pact files of consumers of the Rebilly Customers API')
    .version(versionIn(createRequire(url)('../package.json')));
  const [, , name = ''] = process.argv;
  if (Object.hasOwn(commands, name)) await addCommand(program, name);
  else {
    // The help, a command of `@customer-contracts/pact`, or a misspelt one, for which commander looks at all names.
    const { addPactCommands } = await import('./pact-commands.ts');
    await addPactCommands(program, url);
    for (const each of Object.keys(commands)) await addCommand(program, each);
  }

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

async function addCommand(program: Command, name: string): Promise<void> {
  const command = await commands[name]?.();
  if (command !== undefined) program.addCommand(command);
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
