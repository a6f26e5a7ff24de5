import { code, markdownText } from '../../report/markdown-text.ts';
import { markdownTable } from '../../report/text-table.ts';
import type { Finding } from '../finding.ts';
import type { JudgedPact } from '../judged-pact.ts';
import { countsOf, judgedIn } from './lint-summary.ts';

/** What a lint found as GitHub's Markdown, for a pull request: a table for each file, and a summary at the end. */
export function lintMarkdown(findings: readonly Finding[], pacts: readonly JudgedPact[]): string {
  const tables = [...Map.groupBy(findings, ({ file }) => file)].map(
    ([file, ofFile]) => `### ${code(file)}\n\n${markdownTable(head, ofFile.map(cellsOf))}`,
  );
  const [judged, ...outside] = judgedIn(pacts);
  const summary = findings.length === 0 ? `✔ ${judged}, nothing found` : `✘ ${countsOf(findings)} in ${judged}`;
  return [...tables, [summary, ...outside].join('<br>')].join('\n\n');
}

const head = ['Line', 'Interaction', 'Rule', 'Place', 'What'];

function cellsOf({ line, interaction, rule, severity, url, path, message }: Finding): readonly string[] {
  const sign = severity === 'error' ? '✘' : '⚠';
  const name = url === undefined ? rule : `[${rule}](${url})`;
  return [String(line), markdownText(interaction), `${sign} ${name}`, code(path), markdownText(message)];
}
