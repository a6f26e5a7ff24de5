import { checkOptions } from '@customer-contracts/schemas/internal';

import { configFile } from '../config/config-file.ts';
import type { HttpInteraction, PactDocument } from '../document/pact-document.ts';
import { documentedInteractions } from '../documented/documented-interaction.ts';
import { interactionsOutside } from '../documented/outside.ts';
import { isChangeKind } from '../drift/verdicts/change-kinds.ts';
import { linkTo } from '../link-to.ts';
import { hasPatterns } from '../matching/has-patterns.ts';
import { loadPatterns } from '../matching/patterns.ts';
import { PactOptionError } from '../pact-error.ts';
import { maskSecrets, mayHoldSecret } from '../secrets.ts';
import { checkedRules } from './checked-rules.ts';
import { examine } from './examined-interaction.ts';
import { type Exemptible, type ExemptionObjection, startExempting } from './exemptions.ts';
import { findElementLines, findLines } from './find-lines.ts';
import type { Finding, Severity } from './finding.ts';
import type { LintOptions, RuleSetting } from './lint-options.ts';
import { unknownOperation } from './rules/unknown-operation.ts';

/** An objection to an interaction, before anybody asks for its line. */
interface Found extends Exemptible {
  readonly position: number;
  readonly severity: Severity;
  readonly message: string;
  readonly other: HttpInteraction | undefined;
}

/**
 * Judges every interaction of pacts by what the API documents: requests as what it takes, answers as what it gives,
 * matching rules as what can fit, and interactions beside each other. No provider is needed. Of interactions about other
 * endpoints of the provider only names, keys and matching rules are looked at. Nothing is kept of a pact that was judged: who
 * hands in many one by one needs no more memory than for one.
 *
 * @returns the findings in the order of pacts, interactions and rules, then those about exemptions; none when all is well.
 * @throws {PactOptionError} when there is no such option or rule.
 */
export async function lint(
  pacts: Iterable<PactDocument> | AsyncIterable<PactDocument>,
  options: LintOptions = {},
): Promise<readonly Finding[]> {
  const settings = await settingsOf(options);
  const { rules: severities = {}, exemptions = [], today = new Date().toISOString().slice(0, 10) } = settings;
  const exempting = startExempting(exemptions, today, (rule) => !isChangeKind(rule));
  const findings: (readonly Finding[])[] = [];
  let arePatternsLoaded = false;
  for await (const pact of pacts) {
    if (!arePatternsLoaded && hasPatterns(pact)) {
      await loadPatterns();
      arePatternsLoaded = true;
    }
    const left = exempting.leave(judge(pact, severities), pact.consumer);
    if (left.length > 0) findings.push(await findingsIn(pact, left));
  }
  findings.push(await findingsAbout(exempting.objections(), severities, settings.source));
  return findings.flat();
}

async function settingsOf(options: LintOptions): Promise<LintOptions> {
  if (typeof options === 'object' && options !== null && Object.keys(options).length === 0) return options;
  // Who has no options needs no schema of them.
  const { LintSettings } = await import('./lint-settings.ts');
  return checkOptions(LintSettings, options, (problem) => new PactOptionError('lint pacts', problem));
}

type Severities = Readonly<Record<string, RuleSetting | undefined>>;

/** The severity of a rule as a team sees it; `undefined` where it is off. */
function severityOf(
  { id, severity }: { readonly id: string; readonly severity: Severity },
  severities: Severities,
): Severity | undefined {
  const setting = severities[id] ?? severity;
  if (setting === 'off') return undefined;
  return setting === 'error' ? 'error' : 'warning';
}

function judge(pact: PactDocument, severities: Severities): readonly Found[] {
  const found: Found[] = [];
  const rules = checkedRules.flatMap((rule) => {
    const severity = severityOf(rule, severities);
    return severity === undefined ? [] : [{ ...rule, severity }];
  });
  const outside = new Set(interactionsOutside(pact).map(({ request }) => request));
  const isSuspect = pact.text === undefined || mayHoldSecret(pact.text);
  for (const judged of documentedInteractions(pact)) {
    const interaction = examine(judged, isSuspect);
    const isOutside = outside.has(judged.request);
    const { position, description } = judged;
    for (const { id: rule, severity, check } of rules) {
      if (isOutside && rule === unknownOperation.id) continue;
      const objections = check(interaction);
      // Nearly always there are none, and to begin a loop takes longer than to see that.
      if (objections.length === 0) continue;
      for (const { path, message, other } of objections) {
        const { consumer } = pact;
        found.push({ consumer, position, interaction: description, rule, severity, path, message, other });
      }
    }
  }
  return found;
}

async function findingsIn({ file, text }: PactDocument, found: readonly Found[]): Promise<readonly Finding[]> {
  const places = found.flatMap(({ position, path, other }) => [
    { position, path },
    { position: other?.position ?? position, path: 'description' },
  ]);
  const lines = text === undefined ? [] : await findLines(text, places);
  return found.map(({ interaction, path, rule, severity, message, other }, index) => {
    const line = lines[index * 2] ?? 1;
    const otherLine = other && lines[index * 2 + 1];
    const see = otherLine === undefined ? '' : ` The other one is at line ${otherLine}.`;
    return {
      file,
      line,
      interaction: maskSecrets(interaction),
      path: maskSecrets(path),
      rule,
      severity,
      message: maskSecrets(message) + see,
      ...linkToRule(rule),
    };
  });
}

async function findingsAbout(
  objections: readonly ExemptionObjection[],
  severities: Severities,
  source: LintOptions['source'],
): Promise<readonly Finding[]> {
  const { file = configFile, text } = source ?? {};
  const indices = objections.map(({ index }) => index);
  const lines = text === undefined || indices.length === 0 ? [] : await findElementLines(text, 'exemptions', indices);
  return objections.flatMap(({ index, rule, name, message }, order) => {
    const severity = severityOf(rule, severities);
    if (severity === undefined) return [];
    const place = { file, line: lines[order] ?? 1, interaction: maskSecrets(name), path: `exemptions[${index}]` };
    return [{ ...place, rule: rule.id, severity, message, ...linkToRule(rule.id) }];
  });
}

function linkToRule(rule: string): ReturnType<typeof linkTo> {
  return linkTo(`docs/lint-rules.md#${rule}`);
}
