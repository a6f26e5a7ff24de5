import { existsSync } from 'node:fs';

import { Command, InvalidArgumentError, Option } from 'commander';

import { configFile } from '../config/config-file.ts';
import type { PactDocument } from '../document/pact-document.ts';
import { readDriftSource } from '../drift/sources/read-drift-source.ts';
import { changeKinds } from '../drift/verdicts/change-kinds.ts';
import { type Drift, drift, type DriftOptions } from '../drift/verdicts/drift.ts';
import { evidenceOf } from '../drift/verdicts/evidence-of.ts';
import { driftFindings, driftPage } from '../drift/verdicts/formats/drift-findings.ts';
import { driftMarkdown } from '../drift/verdicts/formats/drift-markdown.ts';
import { driftReport } from '../drift/verdicts/formats/drift-report.ts';
import { driftJson, isBreaking } from '../drift/verdicts/formats/drift-words.ts';
import { githubAnnotations } from '../lint/formats/github-annotations.ts';
import type { PactError } from '../pact-error.ts';
import { harmlessJson } from '../report/harmless-json.ts';
import { sarifLog } from '../report/sarif-log.ts';
import { countOf } from '../report/text-table.ts';
import { brokerAccess } from '../sources/pact-broker.ts';
import { publishEvidence } from '../sources/publish-evidence.ts';
import type { ReadPlaces } from '../sources/read-pacts.ts';
import { configAt } from './config-at.ts';
import { placesOf, readPlaces, sayLeftOut } from './pact-places.ts';
import { pactsArgument, providerOption } from './pacts-argument.ts';
import { terminalWidth } from './terminal-width.ts';

const formats = ['text', 'github', 'markdown', 'sarif'] as const;

interface DriftFlags {
  readonly provider: string;
  readonly base?: string;
  readonly broker?: string;
  readonly publish?: string;
  readonly config?: string;
  readonly format: (typeof formats)[number];
  readonly json?: true;
}

/** `customer-pact drift`: exits with 0 when nobody breaks, 1 when somebody does, 2 when something can't be read. */
export function driftCommand(): Command {
  return new Command('drift')
    .description('hold what the API says today against the table, and say which consumer breaks')
    .argument('<source>', 'an OpenAPI document, a HAR or recorded shapes: a file or an address')
    .addArgument(pactsArgument())
    .addOption(providerOption())
    .option('--base <old>', 'compare with this source instead of the table')
    .option('--broker <url>', 'a Pact Broker whose latest pacts are judged')
    .addOption(
      new Option(
        '--publish <version>',
        'say the verdicts to the broker, as results of this version of the provider: document-2026-08-21',
      ).argParser(versionName),
    )
    .option('--config <file>', `exemptions; by default ${configFile}, where there is one`)
    .addOption(
      new Option('--format <format>', 'for people, GitHub Actions, pull requests, code scanning')
        .choices(formats)
        .default('text'),
    )
    .addOption(new Option('--json', 'print { "changes": [...] }').conflicts('format'))
    .action(runDrift);
}

async function runDrift(source: string, given: readonly string[], flags: DriftFlags): Promise<void> {
  const { provider, base, publish, config: file, format, json } = flags;
  const config = await configAt(file);
  const options: DriftOptions = { exemptions: config?.exemptions };
  const from = base === undefined ? undefined : await readDriftSource(base);
  const shape = await readDriftSource(source, from);
  // The address is checked before anything is asked.
  const broker = flags.broker === undefined && publish === undefined ? undefined : brokerAccess(addressOf(flags));
  const read = await readPacts(broker === undefined ? given : [...given, broker.url], provider);
  const { pacts, errors } = read;
  const found = await drift(shape, pacts, { ...options, base: from });
  if (found.changes.some(isBreaking)) process.exitCode = 1;
  if (errors.length > 0) process.exitCode = 2;
  console.log(json ? harmlessJson(driftJson(found)) : await textOf(format, found, pacts, errors));
  sayLeftOut(read);
  for (const { message } of errors) console.error(`error: ${message}`);
  if (broker === undefined || publish === undefined) return;
  const evidence = evidenceOf(found, pacts, { provider, version: publish, broker: broker.url });
  await publishEvidence(broker, evidence);
  console.error(`Published as ${publish}: ${countOf(evidence.results.length, 'result')}`);
}

function addressOf({ broker }: DriftFlags): { readonly url?: string } {
  return broker === undefined ? {} : { url: broker };
}

/** The pacts; none where nobody named any and there are none in the usual places: what changed can be told without. */
async function readPacts(given: readonly string[], provider: string): Promise<ReadPlaces> {
  const places = placesOf(given);
  const isNone = given.length === 0 && places.every((place) => place === 'pacts' && !existsSync(place));
  return readPlaces(isNone ? [] : places, provider);
}

async function textOf(
  format: DriftFlags['format'],
  found: Drift,
  pacts: readonly PactDocument[],
  errors: readonly PactError[],
): Promise<string> {
  switch (format) {
    case 'text':
      return driftReport(found, { width: terminalWidth() });
    case 'markdown':
      return driftMarkdown(found);
    case 'github':
      return githubAnnotations(await driftFindings(found, pacts));
    case 'sarif': {
      const rules = Object.entries(changeKinds).map(([id, explanation]) => ({
        id,
        severity: 'error' as const,
        explanation,
        ...driftPage,
      }));
      return sarifLog(await driftFindings(found, pacts), { rules, errors, ...driftPage });
    }
    default:
      return format satisfies never;
  }
}

/** A version is the name of an environment as well, which has no blanks. */
function versionName(text: string): string {
  if (/^[\w.+-]+$/.test(text)) return text;
  throw new InvalidArgumentError('Give a name of letters, digits, dots and hyphens, such as document-2026-08-21.');
}
