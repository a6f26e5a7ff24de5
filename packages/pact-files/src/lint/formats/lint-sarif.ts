import type { Log, ReportingDescriptor, Result } from 'sarif';

import type { PactError } from '../../pact-error.ts';
import { published } from '../../published.ts';
import { harmlessJson } from '../../report/harmless-json.ts';
import { checkedRules } from '../checked-rules.ts';
import { type ExemptionRule, exemptionRules } from '../exemption-rules.ts';
import type { Finding } from '../finding.ts';

/** What a lint found as SARIF 2.1.0, as code scanning reads it. `errors` are about pacts that couldn't be read. */
export function lintSarif(findings: readonly Finding[], errors: readonly PactError[] = []): string {
  const rules = [...checkedRules, ...exemptionRules].map(descriptorOf);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'customer-pact', informationUri: published('lint-rules.md'), rules } },
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

function descriptorOf({ id, severity, explanation }: Omit<ExemptionRule, 'good' | 'bad'>): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: /^.*?[.:](?= |$)/.exec(explanation)?.[0].replace(/:$/, '.') ?? explanation },
    fullDescription: { text: explanation },
    help: { text: explanation, markdown: explanation },
    helpUri: published(`lint-rules.md#${id}`),
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
