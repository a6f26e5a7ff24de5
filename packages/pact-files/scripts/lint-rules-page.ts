import { type ExemptionRule, exemptionRules } from '../src/lint/exemption-rules.ts';
import type { LintRule } from '../src/lint/lint-rule.ts';
import { lintRules } from '../src/lint/lint-rules.ts';

const longestLine = 100;

/** The page of the rules of `customer-pact lint`, from the rules themselves. */
export function lintRulesPage(): string {
  const rows = [...lintRules, ...exemptionRules].map(
    ({ id, severity, explanation }) => `| [${id}](#${id}) | ${severity} | ${firstOf(explanation)} |`,
  );
  return [
    '# The rules of `customer-pact lint`',
    'What `npx customer-pact lint` and `lint` of [@customer-contracts/pact-files](README.md) look for in a pact file, whoever wrote it. Each rule has a bad and a good example, as they stand in a pact file of version 3; ' +
      'a test holds that the bad one breaks this rule and no other, and that the good one breaks none. An `error` is honoured by no provider, or is no contract with the API; a `warning` will hurt some day. ' +
      'A team that sees a rule otherwise says so in its [configuration](README.md#configuration); `--ignore <rule>` leaves one out for once.',
    ['| Rule | Severity | In short |', '| --- | --- | --- |', ...rows].join('\n'),
    ...lintRules.map(sectionOf),
    ...exemptionRules.map(sectionOf),
    '<!-- Written from the rules. In docs: pnpm exec vitest run -u lint-rules. -->\n',
  ].join('\n\n');
}

function sectionOf({ id, severity, explanation, good, bad }: LintRule | ExemptionRule): string {
  return [`## ${id}`, `**${severity}** ${explanation}`, 'Bad:', block(bad), 'Good:', block(good)].join('\n\n');
}

function firstOf(explanation: string): string {
  return (/^.*?[.:](?= |$)/.exec(explanation)?.[0] ?? explanation).replace(/:$/, '.').replaceAll('|', '\\|');
}

/** Of a list of one interaction, that alone. */
function block(example: LintRule['good'] | ExemptionRule['good']): string {
  const shown = 'length' in example && example.length === 1 ? example[0] : example;
  return `\`\`\`json\n${json(shown)}\n\`\`\``;
}

/** JSON with everything on one line that fits there. */
function json(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1)
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/\[ | \]/g, (bracket) => bracket.trim());
  if (typeof value !== 'object' || value === null || indent.length + line.length <= longestLine) return line;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${inner}${isList ? '' : `${JSON.stringify(name)}: `}${json(member, inner)}`);
  return `${isList ? '[' : '{'}\n${members.join(',\n')}\n${indent}${isList ? ']' : '}'}`;
}
