// The command `customer-pact`, for the two packages that bring it. Nothing that an older Node can't read is loaded before it
// has been told.
import { startCommand } from '@customer-contracts/command';

import type * as TeamConfig from './command/team-config.ts';
import type * as TestSources from './command/test-sources.ts';

export type { PactCommands } from './command/pact-commands.ts';

/** What commands of `@customer-contracts/pact` need of the team's configuration. Apart, because only some do. */
export function teamConfig(): Promise<typeof TeamConfig> {
  return import('./command/team-config.ts');
}

/** What `write-tests` of `@customer-contracts/pact` is written from, and held against. */
export function testSources(): Promise<typeof TestSources> {
  return import('./command/test-sources.ts');
}

/** Runs `customer-pact` for this process, and sets its exit code. `url` is the file that was started. */
export async function runCommand(url: string): Promise<void> {
  const load = async () => ({ command: (await import('./command/customer-pact-command.ts')).customerPact(url) });
  await startCommand('customer-pact', load, { tooOld: 2 });
}
