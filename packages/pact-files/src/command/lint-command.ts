import { nearest } from '@customer-contracts/schemas/internal';
import { Command, InvalidArgumentError, Option } from 'commander';

import { configFile } from '../config/config-file.ts';
import type { PactDocument } from '../document/pact-document.ts';
import { checkedRules } from '../lint/checked-rules.ts';
import { exemptionRules } from '../lint/exemption-rules.ts';
import type { Finding } from '../lint/finding.ts';
import { githubAnnotations } from '../lint/formats/github-annotations.ts';
import { lintJunit } from '../lint/formats/lint-junit.ts';
import { lintMarkdown } from '../lint/formats/lint-markdown.ts';
import { lintReport } from '../lint/formats/lint-report.ts';
import { lintSarif } from '../lint/formats/lint-sarif.ts';
import { type JudgedPact, judgedPact } from '../lint/judged-pact.ts';
import type { LintOptions } from '../lint/lint-options.ts';
import { lint } from '../lint/lint.ts';
import type { PactError } from '../pact-error.ts';
import { harmlessJson } from '../report/harmless-json.ts';
import { type ReadPlaces, united } from '../sources/read-pacts.ts';
import { configAt } from './config-at.ts';
import { pactsArgument, placesOf, providerOption, readEachPlace, sayLeftOut } from './pact-places.ts';

const formats = ['stylish', 'json', 'github', 'sarif', 'junit', 'markdown'] as const;
type Format = (typeof formats)[number];

interface LintFlags {
  readonly provider: string;
  readonly config?: string;
  readonly ignore: readonly string[];
  readonly format: Format;
  readonly json?: true;
}

/** `customer-pact lint`: exits with 0 when nothing was found, 1 when something was, 2 when a pact can't be judged. */
export function lintCommand(): Command {
  return new Command('lint')
    .description('judge every interaction by what the API documents, without a provider')
    .addArgument(pactsArgument())
    .addOption(providerOption())
    .option('--config <file>', `how bad rules are, and exemptions; by default ${configFile}, where there is one`)
    .addOption(new Option('--ignore <rule>', 'leave a rule out; may be repeated').argParser(ruleId).default([]))
    .addOption(
      new Option(
        '--format <format>',
        'for people, programs, GitHub Actions, code scanning, build servers, pull requests',
      )
        .choices(formats)
        .default('stylish'),
    )
    .addOption(new Option('--json', 'the same as --format json: { "findings": [...] }').conflicts('format'))
    .action(async (given: readonly string[], { provider, config, ignore, format, json }: LintFlags) => {
      const options = await optionsOf(config, ignore);
      const kept: ReadPlaces[] = [];
      const pacts: JudgedPact[] = [];
      const findings = await lint(pactsOneByOne(readEachPlace(placesOf(given), provider), kept, pacts), options);
      const read = united(kept);
      const { errors } = read;
      if (findings.length > 0) process.exitCode = 1;
      if (errors.length > 0) process.exitCode = 2;
      const text = textOf(json ? 'json' : format, findings, pacts, errors);
      if (text !== undefined) console.log(text);
      sayLeftOut(read);
      for (const { message } of errors) console.error(`error: ${message}`);
    });
}

/** The pacts, to be judged one by one. Of each that has gone through, what is said about it at the end is kept. */
async function* pactsOneByOne(
  reads: AsyncIterable<ReadPlaces>,
  kept: ReadPlaces[],
  judged: JudgedPact[],
): AsyncGenerator<PactDocument> {
  for await (const { pacts, ...rest } of reads) {
    kept.push({ ...rest, pacts: [] });
    judged.push(...pacts.map(judgedPact));
    yield* pacts;
  }
}

async function optionsOf(named: string | undefined, ignore: readonly string[]): Promise<LintOptions> {
  const config = await configAt(named);
  if (ignore.length === 0) return config ?? {};
  return { ...config, rules: { ...config?.rules, ...Object.fromEntries(ignore.map((id) => [id, 'off' as const])) } };
}

/** What is printed; `undefined` where nothing is. */
function textOf(
  format: Format,
  findings: readonly Finding[],
  pacts: readonly JudgedPact[],
  errors: readonly PactError[],
): string | undefined {
  // Nothing found in what could be read is no good news.
  const isNews = findings.length > 0 || errors.length === 0;
  switch (format) {
    case 'stylish':
      return isNews ? lintReport(findings, pacts) : undefined;
    case 'markdown':
      return isNews ? lintMarkdown(findings, pacts) : undefined;
    case 'github':
      return findings.length > 0 ? githubAnnotations(findings) : undefined;
    case 'json':
      return harmlessJson({ findings });
    case 'sarif':
      return lintSarif(findings, errors);
    case 'junit':
      return lintJunit(findings, pacts, errors);
    default:
      return format satisfies never;
  }
}

function ruleId(id: string, others: readonly string[]): readonly string[] {
  const ids = [...checkedRules, ...exemptionRules].map((rule) => rule.id);
  if (ids.includes(id)) return [...others, id];
  const meant = nearest(id, ids);
  throw new InvalidArgumentError(meant === undefined ? `Rules are ${ids.join(', ')}.` : `Did you mean ${meant}?`);
}
