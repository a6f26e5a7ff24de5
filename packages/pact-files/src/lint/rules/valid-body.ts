import type { CheckedRule } from '../lint-rule.ts';
import { creating } from '../pact-example.ts';
import { isCatalogued } from '../state-catalogue.ts';

const refusal = { status: 422, body: { status: 422 } };

export const validBody: CheckedRule = {
  id: 'valid-body',
  severity: 'error',
  explanation:
    'An interaction that expects 422 sends a body that breaks a rule, or has a provider state of your own, which may be the reason. Members that are unknown or read-only break none: the API passes over them, and answers with success.',
  good: [creating({ primaryAddress: { country: 'United Kingdom' } }, { response: refusal })],
  bad: [creating({ primaryAddress: { country: 'GB' } }, { response: refusal })],
  check(interaction) {
    const { operation, answer, request, response, states } = interaction;
    const isTaken = !interaction.brokenRules.some(({ kind }) => kind === 'value');
    if (response.status !== 422 || answer === undefined || operation === undefined || !isTaken) return [];
    if (states.some(({ name }) => !isCatalogued(name))) return [];
    return [
      {
        path: request.body === undefined ? 'request' : 'request.body',
        message: `The body breaks no rule of the API, so ${operation.id} will not answer 422. Break one, or expect success.`,
      },
    ];
  },
};
