import { Command, InvalidArgumentError } from 'commander';

import { whatIfReport } from '../drift/what-if/what-if-report.ts';
import { isReversed, isTime } from '../drift/what-if/what-if-settings.ts';
import { whatIfJson } from '../drift/what-if/what-if-words.ts';
import { whatIf } from '../drift/what-if/what-if.ts';
import { harmlessJson } from '../report/harmless-json.ts';
import { pactsAt, placesOf } from './pact-places.ts';
import { pactsArgument, providerOption } from './pacts-argument.ts';
import { terminalWidth } from './terminal-width.ts';

interface WhatIfFlags {
  readonly provider: string;
  readonly since?: string;
  readonly until?: string;
  readonly json?: true;
}

/** `customer-pact what-if`: exits with 0 whatever it finds, since the past can't be mended, and with 2 when a file can't be read. */
export function whatIfCommand(): Command {
  return new Command('what-if')
    .description("make each dated change of the API's past anew, and say which would have broken your code")
    .addArgument(pactsArgument())
    .addOption(providerOption())
    .option('--since <time>', 'the first year, month or day: 2020, 2020-04, 2020-04-30', time)
    .option('--until <time>', 'the last one', time)
    .option('--json', 'print { "since", "until", "dated", "breaking", "untested", "changes", "unseen" }')
    .action(async (given: readonly string[], { provider, since, until, json }: WhatIfFlags, command: Command) => {
      if (isReversed({ since, until })) command.error(`error: --until ${until} is before --since ${since}`);
      const found = await whatIf(await pactsAt(placesOf(given), provider), { since, until });
      console.log(json ? harmlessJson(whatIfJson(found)) : whatIfReport(found, { width: terminalWidth() }));
    });
}

function time(text: string): string {
  if (isTime(text)) return text;
  throw new InvalidArgumentError('Give a year, a month or a day, such as 2020, 2020-04 or 2020-04-30.');
}
