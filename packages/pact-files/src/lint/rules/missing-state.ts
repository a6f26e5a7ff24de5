import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';
import { saysAnything } from '../state-catalogue.ts';

export const missingState: CheckedRule = {
  id: 'missing-state',
  severity: 'error',
  explanation:
    'An answer that the request alone cannot bring about needs a provider state: 200 and 204 of one id, because somebody has to be there, and 409 and 429. Without one the verification passes or fails by what other tests left behind.',
  good: [reading()],
  bad: [reading({ state: undefined })],
  check({ operation, answer, states, pathParameters, response: { status } }) {
    const isAboutOne = 'id' in pathParameters && (status === 200 || status === 204);
    const needsState = isAboutOne || status === 409 || status === 429;
    if (operation === undefined || answer === undefined || !needsState || saysAnything(states)) return [];
    return [
      {
        path: 'providerStates',
        message: `${operation.id} ${status} needs a provider state. Say what has to be there.`,
      },
    ];
  },
};
