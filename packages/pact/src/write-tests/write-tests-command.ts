import type { PactCommands } from '@customer-contracts/pact-files/command';
import * as z from 'zod';

import { languages, runners } from './dialect.ts';

const Flags = z.strictObject({
  out: z.string().min(1).optional(),
  force: z.literal(true).optional(),
  json: z.literal(true).optional(),
  language: z.enum(languages),
  runner: z.enum(runners),
  consumer: z.string().regex(/\S/),
  provider: z.string().regex(/\S/),
});
export type WriteTestsFlags = z.infer<typeof Flags>;

/** `customer-pact write-tests`: exits with 0 when tests were written, whatever could not be said; with 2 when a source can't be read. */
export const addWriteTests: PactCommands['add'] = (program) => {
  const command = program.command('write-tests');
  command
    .description('write contract tests from pacts, whoever wrote them, or from recorded traffic')
    .argument('<sources...>', 'pact files, directories, addresses of a Pact Broker; HAR files, addresses of a HAR')
    .option('-o, --out <path>', 'a file, or a directory for a file of each consumer; by default standard output')
    .option('--force', 'overwrite files')
    .option('--json', 'print { "files": [...], "consumers": [...], "leftOut": [...] }')
    .addOption(
      program.createOption('--language <language>', 'TypeScript or JavaScript').choices(languages).default('ts'),
    )
    .addOption(program.createOption('--runner <runner>', 'what runs the tests').choices(runners).default('vitest'))
    .option('--consumer <name>', 'your name, for recorded traffic, which says none', 'consumer')
    .option('--provider <name>', "the provider's name in pacts", 'rebilly-customers-api')
    .action(async (places: readonly string[], given: object) => {
      const { data: flags, error } = Flags.safeParse(given);
      if (flags === undefined) {
        const [issue] = error.issues;
        return command.error(`error: --${String(issue?.path[0])} is empty. Give a name.`);
      }
      // Nobody else loads what that takes.
      const { runWriteTests } = await import('./run-write-tests.ts');
      await runWriteTests(places, flags);
    });
};
