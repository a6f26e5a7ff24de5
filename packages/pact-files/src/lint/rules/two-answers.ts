import type { HttpInteraction } from '../../document/pact-document.ts';
import { firstClashes } from '../first-clashes.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const gone = { description: 'get a customer that is gone', response: { status: 404, body: { status: 404 } } };

export const twoAnswers: CheckedRule = {
  id: 'two-answers',
  severity: 'error',
  explanation:
    'One request in one state has one answer. Two interactions may each read their own part of it; where they expect different statuses or values, no provider can give both. Another state tells them apart.',
  good: [reading(), reading({ ...gone, state: 'a customer does not exist' })],
  bad: [reading(), reading(gone)],
  check({ askedTheSame, request }) {
    const clash = askedTheSame.length > 1 ? clashesOf(askedTheSame).get(request) : undefined;
    if (clash === undefined) return [];
    const { earlier, difference } = clash;
    return [
      {
        path: 'response',
        message: `"${earlier.description}" sends the same request in the same state, and expects ${difference}. Give them different states.`,
      },
    ];
  },
};

const known = new WeakMap<readonly HttpInteraction[], ReturnType<typeof firstClashes>>();

function clashesOf(askedTheSame: readonly HttpInteraction[]): ReturnType<typeof firstClashes> {
  const clashes = known.get(askedTheSame) ?? firstClashes(askedTheSame);
  known.set(askedTheSame, clashes);
  return clashes;
}
