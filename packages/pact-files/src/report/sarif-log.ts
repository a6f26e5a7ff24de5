import type { Log, ReportingDescriptor, Result } from 'sarif';

import type { Finding, Severity } from '../lint/finding.ts';
import type { PactError } from '../pact-error.ts';
import { harmlessJson } from './harmless-json.ts';

/** A rule as code scanning shows it. */
export interface SarifRule {
  readonly id: string;
  readonly severity: Severity;
  /** What it is about and why. */
  readonly explanation: string;
  /** The page about it. */
  readonly url?: string;
}

/** What a log says besides findings: the rules, the page about all of them, and what couldn't be read. */
export interface SarifSettings {
  readonly rules: readonly SarifRule[];
  readonly url?: string;
  readonly errors: readonly PactError[];
}

/** Findings as SARIF 2.1.0. */
export function sarifLog(findings: readonly Finding[], { rules, url, errors }: SarifSettings): string {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'customer-pact', ...(url && { informationUri: url }), rules: rules.map(descriptorOf) },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: errors.length === 0,
            toolExecutionNotifications: errors.map(({ message }) => ({ level: 'error', message: { text: message } })),
          },
        ],
        results: findings.map((finding) => resultOf(finding, indices.get(finding.rule) ?? -1)),
      },
    ],
  };
  return harmlessJson(log);
}

function descriptorOf({ id, severity, explanation, url }: SarifRule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: /^.*?[.:](?= |$)/.exec(explanation)?.[0].replace(/:$/, '.') ?? explanation },
    fullDescription: { text: explanation },
    help: { text: explanation, markdown: explanation },
    ...(url && { helpUri: url }),
    defaultConfiguration: { level: severity },
  };
}

function resultOf({ file, line, interaction, path, rule, severity, message }: Finding, ruleIndex: number): Result {
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    // Viewers make a link of [text](address), and would of one in a pact.
    message: { text: `${interaction}: ${path}: ${message}`.replaceAll('](', '] (') },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line } },
        logicalLocations: [{ name: path, fullyQualifiedName: `${interaction}: ${path}`, kind: 'member' }],
      },
    ],
  };
}

/** An address as it is; a path with slashes, and nothing in it that an address means something else by. */
function uriOf(file: string): string {
  if (URL.canParse(file) && /^https?:/.test(file)) return file;
  const path = file.toWellFormed().replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
