import { code, markdownText } from '../../../report/markdown-text.ts';
import { markdownTable } from '../../../report/text-table.ts';
import type { Drift, DriftChange } from '../drift.ts';
import {
  cellOf,
  exampleWords,
  groupChanges,
  isBreaking,
  notesOf,
  paymentMethodsLine,
  sourceName,
  subjectOf,
  summaryOf,
  toldChanges,
} from './drift-words.ts';

/** What a source says otherwise and who breaks, as GitHub's Markdown: a table, and a summary. The same each time. */
export function driftMarkdown(drift: Drift): string {
  const title = `${code(sourceName(drift.source))}, beside ${code(sourceName(drift.base))}`;
  const rows = groupChanges(toldChanges(drift)).flatMap(rowsOf);
  const methods = paymentMethodsLine(drift);
  const sign = drift.changes.some(isBreaking) ? '✘' : '✔';
  const notes = [...(methods === undefined ? [] : [methods]), ...notesOf(drift)].map(markdownText);
  return [
    title,
    ...(rows.length === 0 ? [] : [markdownTable(head, rows)]),
    [`${sign} ${summaryOf(drift)}`, ...notes].join('<br>'),
  ].join('\n\n');
}

const head = ['Change', 'Where', 'Consumer', 'Interaction', 'Counterexample'];

function rowsOf(group: readonly DriftChange[]): readonly (readonly string[])[] {
  const [change] = group;
  if (change === undefined) return [];
  const sentence = `${change.direction}: ${markdownText(`${subjectOf(change)} ${change.what}`)}`;
  const rows = group.flatMap((each) =>
    each.consumers.map(({ consumer, verdict, interaction, counterexample }) => [
      sentence,
      code(cellOf(each)),
      `${verdict === 'breaks' ? '✘ breaks' : '? untested'} ${markdownText(consumer)}`,
      markdownText(interaction),
      counterexample === undefined ? '' : code(exampleWords(each, counterexample)),
    ]),
  );
  return rows.length > 0 ? rows : [[sentence, [...new Set(group.map(cellOf))].map(code).join(', '), '', '', '']];
}
