import { headerOf } from '../../document/header-of.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

export const organizationHeader: CheckedRule = {
  id: 'organization-header',
  severity: 'warning',
  explanation:
    'The header `Organization-Id` was removed from the API in 2022. The organization is part of the path, `/organizations/{organizationId}/customers`.',
  good: [reading({ request: { path: '/organizations/org_01/customers/cus_01' } })],
  bad: [reading({ request: { headers: { 'REB-APIKEY': 'placeholder-api-key', 'Organization-Id': 'org_01' } } })],
  check({ request: { headers } }) {
    return headerOf(headers, 'Organization-Id') === undefined
      ? []
      : [
          {
            path: 'request.headers.Organization-Id',
            message: 'The API removed this header. Put the organization into the path.',
          },
        ];
  },
};
