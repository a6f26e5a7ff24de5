import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';
import { saysAnything } from '../state-catalogue.ts';

const gone = { status: 404, body: { status: 404 } };

export const loneAbsence: CheckedRule = {
  id: 'lone-absence',
  severity: 'warning',
  explanation:
    'A 404, and a 201 for an id of your own, should have a provider state that says that nothing is there. A provider without customers gives them by luck, and another one some day does not.',
  good: [reading({ state: 'a customer does not exist', response: gone })],
  bad: [reading({ state: undefined, response: gone })],
  check({ operation, answer, states, pathParameters, response: { status } }) {
    const isAboutOne = status === 404 || (status === 201 && 'id' in pathParameters);
    if (operation === undefined || answer === undefined || !isAboutOne || saysAnything(states)) return [];
    return [
      {
        path: 'providerStates',
        message: `${operation.id} ${status} has no provider state. Say what is there, and what is not.`,
      },
    ];
  },
};
