import type { PactCommands } from '@customer-contracts/pact-files/command';

import { ciNames, InitFlags, runnerNames } from './init-flags.ts';

/**
 * `customer-pact init`: exits with 1 when the package can't be set up, or its contract tests fail; as the command around it
 * was ended, where it was; with 2, as every command of `customer-pact`, when its flags can't be understood.
 */
export const addInit: PactCommands['add'] = (program) => {
  program
    .command('init')
    .description('set up contract tests in a package, and run the first one')
    .argument('[directory]', 'the folder of the package; by default this one')
    .option('--dry-run', 'say what is missing, and write nothing')
    .option('--no-install', 'write, and neither install nor run anything')
    .option('-y, --yes', 'ask nothing on a terminal')
    .option('--json', 'ask nothing, and print { "result", "files", "kept", "install", ... }, the last line')
    .addOption(
      program.createOption('--runner <name>', 'what runs the contract tests, whatever is found').choices(runnerNames),
    )
    .addOption(program.createOption('--ci <name>', 'where they run on each push, whatever is found').choices(ciNames))
    .action(async (directory: string | undefined, given: object) => {
      // What it needs, no other command does.
      const { init } = await import('./init.ts');
      await init(directory, InitFlags.parse(given));
    });
};
