import type { CheckedRule } from '../lint-rule.ts';
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
  *check(interaction) {
    for (const direction of ['request', 'response'] as const) {
      for (const { part, name, type } of interaction[direction].generators) {
        if (/^(ProviderState|MockServerURL)$/i.test(type)) continue;
        const path = `${direction}.generators.${part}${name === '' ? '' : `["${name}"]`}`;
        yield { path, message: `${type} makes another value every time. Give the matcher an example.` };
      }
    }
  },
};
