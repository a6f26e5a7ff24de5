import { judge } from '../../documented/judge.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

export const pathParameter: CheckedRule = {
  id: 'path-parameter',
  severity: 'error',
  explanation:
    'An id in a path has 1 to 50 ASCII letters, digits, `_`, `@`, `~`, `-` and `.`. `undefined` and `null` are what a client sends that lost the id.',
  good: [reading({ request: { path: '/customers/ann@example.com' }, response: { body: { id: 'ann@example.com' } } })],
  bad: [reading({ request: { path: '/customers/cus%2001' }, response: { body: { id: 'cus 01' } } })],
  check({ operation, pathParameters }) {
    const issues = operation === undefined ? [] : judge(operation.pathParameters, pathParameters);
    const lost = Object.entries(pathParameters).filter(([, value]) =>
      /^(undefined|null|NaN|\[object Object\])$/.test(value),
    );
    const dots = Object.entries(pathParameters).filter(([, value]) => value === '.' || value === '..');
    return [
      ...issues.map(({ path, message }) => ({
        path: 'request.path',
        message: `The ${path.join('.')} in the path is one that the API does not take: ${message}.`,
      })),
      ...lost.map(([name, value]) => ({
        path: 'request.path',
        message: `The ${name} in the path is "${value}": the client did not pass it on.`,
      })),
      ...dots.map(([name, value]) => ({
        path: 'request.path',
        message: `The ${name} in the path is "${value}", which a URL takes for a direction: another path is asked for. Take another ${name}.`,
      })),
    ];
  },
};
