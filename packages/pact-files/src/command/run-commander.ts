import { createProgram, withOneLine } from '@customer-contracts/command/flags';
import type { Command } from 'commander';

/** The commands of this package, in the order of the help. Each is loaded when it is needed: most of what one loads no other does. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  lint: async () => (await import('./lint-command.ts')).lintCommand(),
  explain: async () => (await import('./explain-command.ts')).explainCommand(),
  coverage: async () => (await import('./coverage-command.ts')).coverageCommand(),
  usage: async () => (await import('./usage-command.ts')).usageCommand(),
  diff: async () => (await import('./diff-command.ts')).diffCommand(),
  drift: async () => (await import('./drift-command.ts')).driftCommand(),
  'what-if': async () => (await import('./what-if-command.ts')).whatIfCommand(),
};

/** Lets commander read the arguments of this process, and runs what they ask for. */
export async function runCommander(url: string): Promise<void> {
  const program = createProgram({
    name: 'customer-pact',
    description: 'Tools for the pact files of consumers of the Rebilly Customers API',
    from: url,
    manifest: '../package.json',
  });
  const [, , name = ''] = process.argv;
  if (Object.hasOwn(commands, name)) await addCommand(program, name);
  else {
    // The help, a command of `@customer-contracts/pact`, or a misspelt one, for which commander looks at all names.
    const { addPactCommands } = await import('./pact-commands.ts');
    await addPactCommands(program, url);
    for (const each of Object.keys(commands)) await addCommand(program, each);
  }
  for (const command of program.commands) withOneLine(command);
  await program.parseAsync();
}

async function addCommand(program: Command, name: string): Promise<void> {
  const command = await commands[name]?.();
  if (command !== undefined) program.addCommand(command);
}
