import { pathText } from '../../document/values-at.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

export const responseValue: CheckedRule = {
  id: 'response-value',
  severity: 'error',
  explanation:
    'What a body shows is what the API may answer there: the type, null only where it may come, a value of the enumeration, the format. The consumer is tested against this example. Members that nobody reads may be left out.',
  good: [reading({ response: { body: { email: null, paymentCount: 3 } } })],
  bad: [reading({ response: { body: { paymentCount: '3' } } })],
  check(interaction) {
    if (interaction.response.status >= 400) return [];
    return interaction.deviations
      .filter(({ kind }) => kind === 'value')
      .map(({ path, message }) => ({
        path: pathText(path, 'response.body'),
        message: `${pathText(path) || 'The body'} is one that the API does not answer: ${message}.`,
      }));
  },
};
