import { pathText } from '../../document/values-at.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const gone = (body: unknown) => reading({ state: 'a customer does not exist', response: { status: 404, body } });

export const problemShape: CheckedRule = {
  id: 'problem-shape',
  severity: 'error',
  explanation:
    'Errors are problems as in RFC 9457: `type`, `title`, `detail`, `instance`, and `status`, which is the status of the answer; a 422 has `invalidFields`, too. The `error` of 2022 is gone, and `message` and `details` never were.',
  good: [gone({ title: 'Not found', status: 404 })],
  bad: [gone({ error: 'Not found' })],
  check(interaction) {
    if (interaction.response.status < 400) return [];
    return interaction.deviations.map(({ path, kind, message }) => ({
      path: pathText(path, 'response.body'),
      message:
        kind === 'value'
          ? `${pathText(path) || 'The body'} is not as in the API's problem: ${message}.`
          : `The API's problem has no ${pathText(path)}. Read title or detail.`,
    }));
  },
};
