import type { Place } from '@customer-contracts/schemas/plain';

import { placeAt } from '../../documented/documented-place.ts';
import { judge } from '../../documented/judge.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { listing } from '../pact-example.ts';

export const queryParameter: CheckedRule = {
  id: 'query-parameter',
  severity: 'error',
  explanation:
    'A query has the documented parameters only, each once and in its limits: `limit` and `offset` are 0 to 1000, a merge names its `targetCustomerId`, which is another customer, and several members to sort by are one value, joined by commas.',
  good: [listing({ limit: ['100'], sort: ['-createdTime,lastName'] })],
  bad: [listing({ limit: ['5000'] })],
  check({ operation, pathParameters, request: { query }, response: { status } }) {
    if (operation === undefined) return [];
    const repeated = Object.entries(query).filter(([, values]) => values.length > 1);
    const read = Object.fromEntries(
      Object.entries(query).map(([name, [value = '']]) => [name, asTyped(value, placeAt(operation.query, [name]))]),
    );
    const [target] = query['targetCustomerId'] ?? [];
    const isIntoItself = target !== undefined && status === 204 && target === pathParameters['id'];
    const isMissing = (name: string) => query[name] === undefined;
    const issues = judge(operation.query, read);
    return [
      ...issues.flatMap((issue) => {
        const names = issue.code === 'unknown' ? issue.names : [issue.path.join('.')];
        return names.map((name) => ({
          path: `request.query.${name}`,
          message:
            issue.code === 'unknown'
              ? `${operation.id} documents no parameter ${name}. Leave it out.`
              : isMissing(name)
                ? `${name} is missing${name === 'targetCustomerId' ? ', the customer that survives the merge' : ''}. Send it.`
                : `${name} is one that the API does not take: ${issue.message}.`,
        }));
      }),
      ...(isIntoItself
        ? [
            {
              path: 'request.query.targetCustomerId',
              message: `targetCustomerId is the customer of the path, and nobody is merged into themselves. Name another.`,
            },
          ]
        : []),
      ...repeated.map(([name]) => ({
        path: `request.query.${name}`,
        message: `${name} comes more than once. Join its values by commas.`,
      })),
    ];
  },
};

/** A value as its parameter has it; what doesn't fit stays text, and is refused. */
function asTyped(value: string, parameter: Place | undefined): unknown {
  const kind = parameter?.shape.kind;
  if (kind === 'number' && /^-?\d+$/.test(value)) return Number(value);
  return kind === 'list' ? value.split(',') : value;
}
