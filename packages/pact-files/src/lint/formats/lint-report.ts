import { styleText } from 'node:util';

import { harmless } from '@customer-contracts/schemas/internal';

import { linkTo } from '../../link-to.ts';
import { columns } from '../../report/text-table.ts';
import { type ReportOptions, wrapText } from '../../report/wrap-text.ts';
import type { Finding } from '../finding.ts';
import type { JudgedPact } from '../judged-pact.ts';
import { countsOf, judgedIn } from './lint-summary.ts';

/**
 * What a lint found, for people: the file, below it the interaction, below it the findings with their lines, and a summary
 * at the end. In colours where the terminal has them; no line break at the end.
 */
export function lintReport(
  findings: readonly Finding[],
  pacts: readonly JudgedPact[],
  { width = Infinity }: ReportOptions = {},
): string {
  const files = Map.groupBy(findings, ({ file }) => file);
  const blocks = [...files].map(([file, ofFile]) =>
    [
      styleText('underline', harmless(file)),
      ...[...Map.groupBy(ofFile, ({ interaction }) => interaction)].flatMap(([interaction, found]) => [
        `  ${styleText('bold', harmless(interaction))}`,
        ...columns(found.map(cellsOf)).map((line, index) => paint(wrapped(`    ${line}`, found[index], width))),
      ]),
    ].join('\n'),
  );
  return [...blocks, summaryOf(findings, pacts)].join('\n\n');
}

function cellsOf(finding: Finding): readonly string[] {
  const { line, severity, rule } = finding;
  return [String(line), severity, rule, sentenceOf(finding)];
}

function sentenceOf({ path, message }: Finding): string {
  return harmless(`${path}: ${message}`);
}

/** Below the beginning of the message where there is room for it, else below the line. */
function wrapped(line: string, finding: Finding | undefined, width: number): string {
  const start = line.length - (finding === undefined ? 0 : sentenceOf(finding).length);
  return wrapText(line, width, width - start >= leastRoom ? start : 8);
}

const leastRoom = 30;

const { url: rulesPage = 'lint-rules.md in @customer-contracts/pact-files' } = linkTo('docs/lint-rules.md');

function paint(line: string): string {
  return line
    .replace(/^ *\d+/, (number) => styleText('dim', number))
    .replace(/(?<= {2})(error|warning)/, (severity) => styleText(severity === 'error' ? 'red' : 'yellow', severity));
}

function summaryOf(findings: readonly Finding[], pacts: readonly JudgedPact[]): string {
  const [judged, ...outside] = judgedIn(pacts);
  if (findings.length === 0) return [`${styleText('green', '✔')} ${judged}, nothing found`, ...outside].join('\n');
  const pages = styleText('dim', `What each rule is about: ${rulesPage}`);
  return [`${styleText('red', '✘')} ${countsOf(findings)} in ${judged}`, ...outside, pages].join('\n');
}
