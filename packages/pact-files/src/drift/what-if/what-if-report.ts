import { styleText } from 'node:util';

import { harmless } from '@customer-contracts/schemas/internal';

import { type ReportOptions, wrapText } from '../../report/wrap-text.ts';
import { changeBlock } from '../verdicts/formats/drift-report.ts';
import { groupChanges, isBreaking, listOf } from '../verdicts/formats/drift-words.ts';
import { blindSpots, isUntried, whatIfSummary, wouldBreak } from './what-if-words.ts';
import type { PastChange, WhatIf } from './what-if.ts';

/**
 * The changes of the past that would have broken a consumer, for people: the oldest first, each with whom it would have broken and
 * how. Then a line for each that brought what no test had tried, a summary, and what can't be seen. In colours where the terminal has them; no line
 * break at the end.
 */
export function whatIfReport(found: WhatIf, { width = Infinity }: ReportOptions = {}): string {
  const broken = found.changes.filter(wouldBreak);
  const untried = found.changes.filter(isUntried).map((change) => untriedLine(change, width));
  const sign = broken.length > 0 ? styleText('red', '✘') : styleText('green', '✔');
  const notes = blindSpots(found).map((note) => styleText('dim', wrapText(note, width, 2)));
  return [
    ...broken.map((change) => brokenBlock(change, width)),
    ...(untried.length === 0 ? [] : [untried.join('\n')]),
    [wrapText(`${sign} ${whatIfSummary(found)}`, width, 2), ...notes].join('\n'),
  ].join('\n\n');
}

function brokenBlock(change: PastChange, width: number): string {
  const blocks = groupChanges(change.changes.filter(isBreaking)).map((group) => changeBlock(group, width));
  return [styleText('bold', wrapText(headline(change), width, 2)), ...blocks].join('\n');
}

function untriedLine(change: PastChange, width: number): string {
  const who = change.changes.flatMap(({ consumers }) => consumers.map(({ consumer }) => consumer));
  return wrapText(`${styleText('yellow', '?')} ${headline(change)}: not tried by ${harmless(listOf(who))}`, width, 4);
}

function headline({ date, title, isUndated }: PastChange): string {
  return isUndated ? `undated, ${date.replace('/', ' to ')}  ${title}` : `${date}  ${title}`;
}
