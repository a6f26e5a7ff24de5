import { styleText } from 'node:util';

import { harmless } from '@customer-contracts/schemas/internal';

import { type ReportOptions, wrapText } from '../../../report/wrap-text.ts';
import type { Drift, DriftChange } from '../drift.ts';
import type { ConsumerVerdict } from '../verdict.ts';
import {
  cellOf,
  exampleWords,
  groupChanges,
  isBreaking,
  listOf,
  notesOf,
  paymentMethodsLine,
  sourceName,
  subjectOf,
  summaryOf,
  toldChanges,
} from './drift-words.ts';

/**
 * What a source says otherwise and who breaks, for people: each change with the operations that it is in, below it the
 * consumers, and a summary at the end. In colours where the terminal has them; no line break at the end.
 */
export function driftReport(drift: Drift, { width = Infinity }: ReportOptions = {}): string {
  const { base, source } = drift;
  const title = styleText('bold', harmless(`${sourceName(source)}, beside ${sourceName(base)}`));
  const groups = groupChanges(toldChanges(drift));
  const told = groups.filter((group) => group.some(({ consumers }) => consumers.length > 0));
  const quiet = groups.filter((group) => !told.includes(group)).map((group) => changeBlock(group, width));
  const methods = paymentMethodsLine(drift);
  if (methods !== undefined) quiet.push(styleText('dim', `· ${wrapText(harmless(methods), width - 2, 4)}`));
  const notes = notesOf(drift).map((note) => styleText('dim', wrapText(harmless(note), width, 2)));
  const sign = drift.changes.some(isBreaking) ? styleText('red', '✘') : styleText('green', '✔');
  const blocks = [...told.map((group) => changeBlock(group, width)), ...(quiet.length === 0 ? [] : [quiet.join('\n')])];
  return [title, ...blocks, [`${sign} ${summaryOf(drift)}`, ...notes].join('\n')].join('\n\n');
}

/** Changes that people read as one, with whom they touch. */
export function changeBlock(group: readonly DriftChange[], width: number): string {
  const [change] = group;
  if (change === undefined) return '';
  const sentence = harmless(`${change.direction}  ${subjectOf(change)} ${change.what}`);
  const verdicts = group.flatMap((each) => each.consumers.map((verdict) => linesOf(verdict, each, width)));
  const cells = harmless(listOf(group.map(cellOf)));
  if (verdicts.length === 0) return styleText('dim', `· ${wrapText(`${sentence}  (${cells})`, width - 2, 4)}`);
  const sign = group.some(isBreaking) ? styleText('red', '✘') : styleText('yellow', '?');
  return [
    `${sign} ${wrapText(sentence, width - 2, 4)}`,
    styleText('dim', `    ${wrapText(cells, width - 4, 4)}`),
    ...verdicts.flat(),
  ].join('\n');
}

function linesOf(
  { consumer, verdict, interaction, counterexample }: ConsumerVerdict,
  change: DriftChange,
  width: number,
): readonly string[] {
  const word = verdict === 'breaks' ? styleText('red', verdict) : styleText('yellow', verdict);
  const line = harmless(`${consumer}: ${interaction} (${cellOf(change)})`);
  const example =
    counterexample === undefined ? [] : [wrapText(`      ${exampleWords(change, counterexample)}`, width, 6)];
  return [`    ${word} ${wrapText(line, width - 5 - verdict.length, 6)}`, ...example];
}
