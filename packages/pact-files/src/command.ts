// The command `customer-pact`, for the two packages that bring it. Nothing that an older Node can't read is loaded before it
// has been told.
import type * as TeamConfig from './command/team-config.ts';

export type { PactCommands } from './command/pact-commands.ts';

/** What commands of `@customer-contracts/pact` need of the team's configuration. Apart, because only some do. */
export function teamConfig(): Promise<typeof TeamConfig> {
  return import('./command/team-config.ts');
}

/** Runs `customer-pact` for this process, and sets its exit code. `url` is the address of the file that was started. */
export async function runCommand(url: string): Promise<void> {
  if ('groupBy' in Map) {
    const { runProgram } = await import('./command/run-program.ts');
    await runProgram(url);
  } else {
    console.error(`error: customer-pact needs Node 22.16 or later, and this is ${process.version}.`);
    process.exitCode = 2;
  }
}
