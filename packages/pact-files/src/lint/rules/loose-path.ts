import { accepts } from '../../matching/accepts.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

const guarded = (matcher: object) => reading({ request: { matchingRules: { path: { matchers: [matcher] } } } });

export const loosePath: CheckedRule = {
  id: 'loose-path',
  severity: 'warning',
  explanation:
    'A rule for the path takes the path that is meant, and no other. `fromProviderState` without a pattern takes any path at all, and `/customers/[^/]+` takes `/customers/undefined`: the test of a client that lost the id is green.',
  good: [guarded({ match: 'regex', regex: '(/organizations/[^/]+)?/customers/cus_01' })],
  bad: [guarded({ match: 'regex', regex: '/customers/[^/]+' })],
  check({ operation, pathParameters: { id }, request: { path, rules } }) {
    const rule = rules.find(({ part }) => part === 'path');
    if (operation === undefined || rule === undefined) return [];
    const others = [
      '/totally/other',
      ...(id === undefined ? [] : [path.replace(encodeURIComponent(id), 'undefined').replace(id, 'undefined')]),
    ];
    const taken = others.find((other) => other !== path && accepts(rule, other, path));
    return taken === undefined
      ? []
      : [{ path: 'request.matchingRules.path', message: `The rule takes ${taken}, too. Name the path that is meant.` }];
  },
};
