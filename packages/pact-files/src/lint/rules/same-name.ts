import type { HttpInteraction } from '../../document/pact-document.ts';
import { canonicalJson } from '../../json/json-value.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const other = { request: { path: '/customers/cus_02' }, response: { body: { id: 'cus_02' } } };

export const sameName: CheckedRule = {
  id: 'same-name',
  severity: 'error',
  explanation:
    'Description and provider states tell interactions apart. Of two with the same, and different content, plain Pact keeps one, and says nothing about the other.',
  good: [reading(), reading({ ...other, description: 'get another customer' })],
  bad: [reading(), reading(other)],
  check(interaction) {
    const [first = interaction] = interaction.namesakes;
    if (first.request === interaction.request || contentOf(first) === contentOf(interaction)) return [];
    return [
      {
        path: 'description',
        message: 'Call it something else: another interaction has the same description and states, with other content.',
        other: first,
      },
    ];
  },
};

function contentOf({ request, response }: HttpInteraction): string {
  return canonicalJson([request, response]);
}
