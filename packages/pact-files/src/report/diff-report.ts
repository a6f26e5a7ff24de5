import { styleText } from 'node:util';

import { harmless } from '@customer-contracts/schemas/internal';

import type { ChangedInteraction, DiffedInteraction, PactDiff } from './diff.ts';
import type { Requirement } from './requirement.ts';
import { countOf } from './text-table.ts';

/** What a change of contracts means, for people. In colours where the terminal has them; no line break at the end. */
export function diffReport({ added, removed, changed, newlyAsked }: PactDiff): string {
  const lines = [
    ...added.map((each) => styleText('green', `+ ${nameOf(each)}`)),
    ...removed.map((each) => styleText('red', `- ${nameOf(each)}`)),
    ...changed.flatMap((each) => [
      styleText('yellow', `~ ${nameOf(each)}`),
      ...changesOf(each).map((line) => `    ${line}`),
    ]),
  ];
  if (lines.length === 0) return 'The contracts mean the same.';
  const asked = Object.entries(Object.groupBy(newlyAsked, ({ answer, consumer }) => `${answer}, by ${consumer}`));
  const summary =
    newlyAsked.length === 0
      ? ['The provider is asked for nothing new.']
      : [
          styleText('bold', `The provider is newly asked for ${countOf(newlyAsked.length, 'thing')}:`),
          ...asked.flatMap(([title, asks = []]) => [
            `  ${harmless(title)}`,
            ...asks.map((ask) => `    ${wordsOf(ask)}`),
          ]),
        ];
  return [...lines, '', ...summary].join('\n');
}

function nameOf({ consumer, description, answer }: DiffedInteraction): string {
  return harmless(`${consumer}: ${description} (${answer})`);
}

function changesOf({ isAskedOtherwise, asked, dropped }: ChangedInteraction): readonly string[] {
  return [
    ...(isAskedOtherwise ? ['another request, or other provider states'] : []),
    ...asked.map((ask) => `+ ${wordsOf(ask)}`),
    ...dropped.map((ask) => `- ${wordsOf(ask)}`),
  ];
}

function wordsOf({ place, demand }: Requirement): string {
  return harmless(`${place}: ${demand}`);
}
