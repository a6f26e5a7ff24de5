import { cells } from '@customer-contracts/schemas';

import { decisions } from './decisions.ts';
import type { Scenario } from './scenario.ts';
import { answers, unseenStatuses } from './scenarios/answers.ts';
import { filters, lists, requests } from './scenarios/lists.ts';
import { leadSources, merging, shapes, writing } from './scenarios/writes.ts';

/** All scenarios: one for each documented answer and some for each decision that can be brought about from outside. */
export const scenarios: readonly Scenario[] = [
  ...answers,
  ...merging,
  ...writing,
  ...leadSources,
  ...shapes,
  ...lists,
  ...filters,
  ...requests,
];

/** What can't be seen from outside, and why. */
export interface Unseen {
  readonly about: string;
  readonly reason: string;
}

/** The documented answers and the decisions without a scenario. */
export const unseen: readonly Unseen[] = [
  ...cells.flatMap((about): readonly Unseen[] => {
    const reason = unseenStatuses[Number(about.split(' ')[1])];
    return reason === undefined ? [] : [{ about, reason }];
  }),
  ...Object.entries(decisions).flatMap(([about, decision]) =>
    'unseen' in decision ? [{ about, reason: decision.unseen }] : [],
  ),
];
