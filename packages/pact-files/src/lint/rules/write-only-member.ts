import { pathText } from '../../document/values-at.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const instrument = { method: 'payment-card', paymentInstrumentId: 'inst_01' };

export const writeOnlyMember: CheckedRule = {
  id: 'write-only-member',
  severity: 'error',
  explanation:
    '`paymentToken`, `defaultPaymentInstrumentId` and `leadSource` of a customer are only written. An answer has `defaultPaymentInstrument` instead, and the lead source as a resource of its own, or in `_embedded`.',
  good: [reading({ response: { body: { defaultPaymentInstrument: instrument } } })],
  bad: [reading({ response: { body: { defaultPaymentInstrumentId: 'inst_01' } } })],
  check(interaction) {
    return interaction.deviations
      .filter(({ kind }) => kind === 'write-only')
      .map(({ path }) => ({
        path: pathText(path, 'response.body'),
        message: `${pathText(path)} is only written: no answer has it. Leave it out.`,
      }));
  },
};
