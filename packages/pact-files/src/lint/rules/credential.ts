import { acceptsCredential, securitySchemes } from '@customer-contracts/schemas/plain';

import { headerOf } from '../../document/header-of.ts';
import { placeholders } from '../../secrets.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { reading } from '../pact-example.ts';

export const credential: CheckedRule = {
  id: 'credential',
  severity: 'error',
  explanation:
    'Every operation needs a credential that it accepts: `REB-APIKEY`, or `Authorization: Bearer` with a token. What stands in the pact is a placeholder. Only an interaction that expects 401 or 403 may have none, or a wrong one.',
  good: [
    reading(),
    reading({
      description: 'get a customer without a key',
      state: undefined,
      request: { headers: {} },
      response: { status: 401, body: { status: 401 } },
    }),
  ],
  bad: [reading({ request: { headers: { Authorization: 'Basic dXNlcjpwYXNz' } } })],
  check({ operation, request: { headers }, response: { status } }) {
    if (operation === undefined || status === 401 || status === 403) return [];
    const key = headerOf(headers, securitySchemes.SecretApiKey.name) ?? '';
    const authorization = headerOf(headers, 'Authorization') ?? '';
    const [, token = ''] = /^bearer\s+(\S+)$/i.exec(authorization) ?? [];
    const takes = operation.security.map((scheme) => {
      const { type } = securitySchemes[scheme];
      return type === 'apiKey' ? securitySchemes[scheme].name : `a bearer token (${scheme})`;
    });
    // Of other tokens nobody can tell whose they are.
    const isOfApplication = token === placeholders.applicationJwt;
    const isTaken = token !== '' && (!isOfApplication || acceptsCredential(operation.id, 'applicationJwt'));
    if (key !== '' || isTaken) return [];
    const found = authorization === '' ? 'has no credential' : 'has a credential that the operation does not accept';
    return [
      {
        path: authorization === '' ? 'request.headers' : 'request.headers.Authorization',
        message: `The request ${found}. ${operation.id} takes ${takes.join(' or ')}.`,
      },
    ];
  },
};
