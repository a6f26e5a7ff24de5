import { Argument, Command } from 'commander';

import { diffReport } from '../report/diff-report.ts';
import { diff } from '../report/diff.ts';
import { readPlaces, refuseErrors } from './pact-places.ts';
import { providerOption } from './pacts-argument.ts';

/** `customer-pact diff`: exits with 2 when a file can't be read; a difference is no failure. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('show what a change of contracts means, and what the provider is newly asked for')
    .addArgument(new Argument('<old>', 'a pact file, a directory of them, or the address of a Pact Broker'))
    .addArgument(new Argument('<new>', 'the same, as it is now'))
    .addOption(providerOption())
    .option(
      '--json',
      'print { "added": [...], "removed": [...], "changed": [...], "newlyAsked": [...], "noLongerAsked": [...] }',
    )
    .action(
      async (old: string, current: string, { provider, json }: { readonly provider: string; readonly json?: true }) => {
        const [before, after] = await Promise.all([readPlaces([old], provider), readPlaces([current], provider)]);
        refuseErrors(before, after);
        const found = await diff(before.pacts, after.pacts);
        console.log(json ? JSON.stringify(found, null, 2) : diffReport(found));
      },
    );
}
