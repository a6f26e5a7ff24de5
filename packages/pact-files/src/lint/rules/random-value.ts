import type { HttpInteraction } from '../../document/pact-document.ts';
import type { CheckedRule, Objection } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const counted = (generators: object) =>
  reading({
    response: {
      body: { paymentCount: 3 },
      matchingRules: { body: { '$.paymentCount': { matchers: [{ match: 'integer' }] } } },
      ...generators,
    },
  });

export const randomValue: CheckedRule = {
  id: 'random-value',
  severity: 'warning',
  explanation:
    'Examples are fixed. `integer()`, `uuid()` and their like without one put another value into the pact on every run, which a broker takes for another contract, and refuses for the same version. Values of the provider state are no such: they are asked for.',
  good: [counted({})],
  bad: [counted({ generators: { body: { '$.paymentCount': { type: 'RandomInt', min: 0, max: 10 } } } })],
  check(interaction) {
    return [...randomIn(interaction, 'request'), ...randomIn(interaction, 'response')];
  },
};

function randomIn(interaction: HttpInteraction, direction: 'request' | 'response'): readonly Objection[] {
  return interaction[direction].generators
    .filter(({ type }) => !/^(ProviderState|MockServerURL)$/i.test(type))
    .map(({ part, name, type }) => ({
      path: `${direction}.generators.${part}${name === '' ? '' : `["${name}"]`}`,
      message: `${type} makes another value every time. Give the matcher an example.`,
    }));
}
