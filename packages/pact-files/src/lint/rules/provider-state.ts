import { parametersOfRequest } from '@customer-contracts/schemas/plain';

import { judge } from '../../documented/judge.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';
import { catalogued, nearlyCatalogued } from '../state-catalogue.ts';

export const providerState: CheckedRule = {
  id: 'provider-state',
  severity: 'warning',
  explanation:
    'A provider state of the catalogue has its exact name, and parameters that the state takes, if any. What nearly has the name of one is a state that no provider has. States of your own may be called anything else.',
  good: [reading(), reading({ description: 'get a customer who owes', state: 'a customer owes money' })],
  bad: [reading({ state: 'a custmer exists' })],
  check({ states }) {
    return states.flatMap(({ name, parameters }) => {
      const path = 'providerStates';
      const known = catalogued(name);
      if (known === undefined) {
        const near = nearlyCatalogued(name);
        return near === undefined
          ? []
          : [{ path, message: `The catalogue has no state "${name}". Did you mean "${near}"?` }];
      }
      const issues = judge(known.parameters, parameters);
      // Whom the request is about needn't be said again.
      const issue = issues.find(
        ({ path: [first] }) => !parametersOfRequest.some((each) => each === first && parameters[each] === undefined),
      );
      if (issue === undefined) return [];
      const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
      return [{ path, message: `"${name}" does not take these parameters: ${where}${issue.message}.` }];
    });
  },
};
