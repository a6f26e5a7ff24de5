import { matchOperation, operationIds, operations } from '@customer-contracts/schemas/plain';

import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

export const unknownOperation: CheckedRule = {
  id: 'unknown-operation',
  severity: 'error',
  explanation: `Every request belongs to one of the ${operationIds.length} operations, by method and path. The path may start with \`/organizations/{organizationId}\`, and has neither a version, a host nor a query in it.`,
  good: [reading({ request: { path: '/organizations/org_01/customers/cus_01' } })],
  bad: [reading({ request: { path: '/v2.1/customers/cus_01' } })],
  check({ operation, request: { method, path } }) {
    if (operation !== undefined) return [];
    const [, query] = /\?(.*)$/s.exec(path) ?? [];
    if (query === '') return [{ path: 'request.path', message: 'The path ends with a question mark. Leave it out.' }];
    if (query !== undefined)
      return [{ path: 'request.path', message: `The path has a query in it. Move ${query} to request.query.` }];
    const match = matchOperation(method, path);
    return match !== undefined && 'allow' in match
      ? [
          {
            path: 'request.method',
            message: `The API has no ${method} ${path}. The path takes ${match.allow.join(', ')}.`,
          },
        ]
      : [
          {
            path: 'request.path',
            message: `The API has no path ${path}. Take one of ${pathsOfOperations()}.`,
          },
        ];
  },
};

/** Made when somebody asks: a formatter of lists takes as long as judging a small file. */
function pathsOfOperations(): string {
  return new Intl.ListFormat('en-GB').format(new Set(Object.values(operations).map((operation) => operation.path)));
}
