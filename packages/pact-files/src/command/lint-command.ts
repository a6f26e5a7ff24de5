import { Command, InvalidArgumentError, Option } from 'commander';

import { githubAnnotations } from '../lint/github-annotations.ts';
import { lintReport } from '../lint/lint-report.ts';
import { lintRules } from '../lint/lint-rules.ts';
import { lint } from '../lint/lint.ts';
import { pactsArgument, placesOf, providerOption, readPlaces, sayLeftOut } from './pact-places.ts';

interface LintFlags {
  readonly provider: string;
  readonly ignore: readonly string[];
  readonly format: 'text' | 'github';
  readonly json?: true;
}

/** `customer-pact lint`: exits with 0 when nothing was found, 1 when something was, 2 when a pact can't be read. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('judge every interaction by what the API documents, without a provider')
    .addArgument(pactsArgument())
    .addOption(providerOption())
    .addOption(new Option('--ignore <rule>', 'leave a rule out; may be repeated').argParser(ruleId).default([]))
    .addOption(
      new Option('--format <format>', 'for people, or annotations of GitHub Actions')
        .choices(['text', 'github'])
        .default('text'),
    )
    .option('--json', 'print { "findings": [...] }')
    .action(async (given: readonly string[], { provider, ignore, format, json }: LintFlags) => {
      const read = await readPlaces(placesOf(given), provider);
      const { pacts, errors } = read;
      const findings = await lint(pacts, { ignore });
      if (json) console.log(JSON.stringify({ findings }, null, 2));
      else if (format === 'github' && findings.length > 0) console.log(githubAnnotations(findings, pacts));
      // Nothing found in what could be read is no good news.
      else if (format === 'text' && (findings.length > 0 || errors.length === 0))
        console.log(lintReport(findings, pacts));
      sayLeftOut(read);
      for (const { message } of errors) console.error(`error: ${message}`);
      if (findings.length > 0) process.exitCode = 1;
      if (errors.length > 0) process.exitCode = 2;
    });
}

function ruleId(id: string, others: readonly string[]): readonly string[] {
  if (lintRules.some((rule) => rule.id === id)) return [...others, id];
  throw new InvalidArgumentError(`Rules are ${lintRules.map((rule) => rule.id).join(', ')}.`);
}
