import type { WholeConfig } from '../config/pact-config.ts';
import type { PactDocument } from '../document/pact-document.ts';
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
import { placesOf, readEachPlace, sayLeftOut, usualProvider } from './pact-places.ts';
import { terminalWidth } from './terminal-width.ts';

/** The formats of what is found. */
export const formats = ['stylish', 'json', 'github', 'sarif', 'junit', 'markdown'] as const;
type Format = (typeof formats)[number];

/** The flags of `customer-pact lint`. */
export interface LintFlags {
  readonly provider: string;
  readonly config?: string;
  readonly ignore: readonly string[];
  readonly format: Format;
  readonly json?: true;
}

/** Those of who gives none. */
export const usualFlags: LintFlags = { provider: usualProvider, ignore: [], format: 'stylish' };

/** Judges what stands at some places, prints what was found, and sets the exit code of this process. */
export async function runLint(
  given: readonly string[],
  { provider, config, ignore, format, json }: LintFlags,
): Promise<void> {
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
  const { mutations: _, ...config }: Partial<WholeConfig> = (await configAt(named)) ?? {};
  if (ignore.length === 0) return config;
  return { ...config, rules: { ...config.rules, ...Object.fromEntries(ignore.map((id) => [id, 'off' as const])) } };
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
      return isNews ? lintReport(findings, pacts, { width: terminalWidth() }) : undefined;
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
