import type { HttpInteraction, InteractionMessage } from '../../document/pact-document.ts';
import { allValues, pathText, valuesAt } from '../../document/values-at.ts';
import { accepts } from '../../matching/accepts.ts';
import { ruleAt } from '../../matching/rule-at.ts';
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
  check({ askedTheSame, description, request, response }) {
    const position = askedTheSame.findIndex((each) => each.request === request);
    const earlier = askedTheSame.slice(0, position).filter((each) => each.description !== description);
    return earlier.flatMap((each) => {
      const difference = differenceOf(each, response);
      return difference === undefined
        ? []
        : [
            {
              path: 'response',
              message: `"${each.description}" sends the same request in the same state, and expects ${difference}. Give them different states.`,
            },
          ];
    });
  },
};

/** What an earlier interaction expects that doesn't go with an answer; `undefined` where one answer serves both. */
function differenceOf({ response: one }: HttpInteraction, other: HttpInteraction['response']): string | undefined {
  if (one.status !== other.status) return `${one.status}, not ${other.status}`;
  if (one.body === undefined || other.body === undefined) return undefined;
  const clash = allValues(one.body).find(({ path, value }) =>
    valuesAt(other.body, path).some(
      (each) =>
        isPlain(value, each.value) && !fits(one, path, each.value, value) && !fits(other, path, value, each.value),
    ),
  );
  return clash && `another ${pathText(clash.path) || 'body'}`;
}

/** Of lists and objects the members are compared. */
function isPlain(one: unknown, other: unknown): boolean {
  return [one, other].some((value) => typeof value !== 'object' || value === null);
}

function fits(
  { rules }: InteractionMessage,
  path: readonly (string | number)[],
  value: unknown,
  example: unknown,
): boolean {
  const rule = ruleAt(rules, path);
  return rule === undefined ? value === example : accepts(rule, value, example);
}
