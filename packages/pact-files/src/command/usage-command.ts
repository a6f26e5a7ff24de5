import { Command, Option } from 'commander';

import { usageMarkdown, usageTable, type MemberUsage, usage } from '../report/usage.ts';
import { pactsAt, placesOf } from './pact-places.ts';
import { pactsArgument, providerOption } from './pacts-argument.ts';

interface UsageFlags {
  readonly provider: string;
  readonly member?: string;
  readonly format: 'text' | 'markdown';
  readonly json?: true;
}

/** `customer-pact usage`: exits with 2 when a file can't be read. */
export function usageCommand(): Command {
  return new Command('usage')
    .description('show which consumer reads which member of which schema')
    .addArgument(pactsArgument())
    .addOption(providerOption())
    .option('--member <path>', 'one member and what is in it: customFields, primaryAddress.city')
    .addOption(
      new Option('--format <format>', 'for people, or for a pull request')
        .choices(['text', 'markdown'])
        .default('text'),
    )
    .option('--json', 'print { "usage": [...] }')
    .action(async (given: readonly string[], { provider, member, format, json }: UsageFlags) => {
      const all = usage(await pactsAt(placesOf(given), provider));
      const chosen = member === undefined ? all : all.filter((each) => isIn(each, member));
      if (json) console.log(JSON.stringify({ usage: chosen }, null, 2));
      else if (chosen.length === 0) console.log(`Nobody reads ${member ?? 'anything'}.`);
      else console.log(format === 'markdown' ? usageMarkdown(chosen) : usageTable(chosen));
    });
}

function isIn({ member }: MemberUsage, path: string): boolean {
  return member === path || (member.startsWith(path) && /^[.[]/.test(member.slice(path.length)));
}
