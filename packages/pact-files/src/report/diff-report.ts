import { styleText } from 'node:util';

import { harmless } from '@customer-contracts/schemas/internal';

import type { ChangedInteraction, DiffedInteraction, PactDiff } from './diff.ts';
import type { Requirement } from './requirement.ts';
import { countOf } from './text-table.ts';

/** What a change of contracts means, for people. In colours where the terminal has them; no line break at the end. */
export function diffReport({ added, removed, changed, newlyAsked, noLongerAsked }: PactDiff): string {
  const lines = [
    ...added.map((each) => styleText('green', `+ ${nameOf(each)}`)),
    ...removed.map((each) => styleText('red', `- ${nameOf(each)}`)),
    ...changed.flatMap((each) => [
      styleText('yellow', `~ ${nameOf(each)}`),
      ...changesOf(each).map((line) => `    ${line}`),
    ]),
  ];
  if (lines.length === 0) return 'The contracts mean the same.';
  return [...lines, '', ...summaryOf('newly', newlyAsked), ...summaryOf('no longer', noLongerAsked)].join('\n');
}

function summaryOf(change: 'newly' | 'no longer', asks: readonly Requirement[]): readonly string[] {
  if (asks.length === 0)
    return [
      change === 'newly' ? 'The provider is asked for nothing new.' : 'Nothing that it was asked for is dropped.',
    ];
  const byAnswer = Object.entries(Object.groupBy(asks, ({ answer, consumer }) => `${answer}, by ${consumer}`));
  return [
    styleText('bold', `The provider is ${change} asked for ${countOf(asks.length, 'thing')}:`),
    ...byAnswer.flatMap(([title, same = []]) => [`  ${harmless(title)}`, ...same.map((ask) => `    ${wordsOf(ask)}`)]),
  ];
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
