import { nearest } from '@customer-contracts/schemas/internal';
import { Command, InvalidArgumentError, Option } from 'commander';

import { configFile } from '../config/config-file.ts';
import { checkedRules } from '../lint/checked-rules.ts';
import { exemptionRules } from '../lint/exemption-rules.ts';
import { pactsArgument, providerOption } from './pacts-argument.ts';
import { formats, type LintFlags, runLint, usualFlags } from './run-lint.ts';

/** `customer-pact lint`: exits with 0 when nothing was found, 1 when something was, 2 when a pact can't be judged. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('judge every interaction by what the API documents, without a provider')
    .addArgument(pactsArgument())
    .addOption(providerOption())
    .option('--config <file>', `how bad rules are, and exemptions; by default ${configFile}, where there is one`)
    .addOption(
      new Option('--ignore <rule>', 'leave a rule out; may be repeated').argParser(ruleId).default(usualFlags.ignore),
    )
    .addOption(
      new Option(
        '--format <format>',
        'for people, programs, GitHub Actions, code scanning, build servers, pull requests',
      )
        .choices(formats)
        .default(usualFlags.format),
    )
    .addOption(new Option('--json', 'the same as --format json: { "findings": [...] }').conflicts('format'))
    .action((given: readonly string[], flags: LintFlags) => runLint(given, flags));
}

function ruleId(id: string, others: readonly string[]): readonly string[] {
  const ids = [...checkedRules, ...exemptionRules].map((rule) => rule.id);
  if (ids.includes(id)) return [...others, id];
  const meant = nearest(id, ids);
  throw new InvalidArgumentError(meant === undefined ? `Rules are ${ids.join(', ')}.` : `Did you mean ${meant}?`);
}
