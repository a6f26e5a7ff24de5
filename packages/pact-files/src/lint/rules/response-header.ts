import { matchOperation, operations, type Place } from '@customer-contracts/schemas/plain';

import { judge } from '../../documented/judge.ts';
import type { CheckedRule } from '../lint-rule.ts';
import { creating, listing } from '../pact-example.ts';

export const responseHeader: CheckedRule = {
  id: 'response-header',
  severity: 'error',
  explanation:
    'Headers are those that the API documents for the answer: `Pagination-*` with a list, `Location` with a 201, `X-RateLimit-*` with writes, never with a GET or the 200 of a PUT. The content is `application/json`, errors included.',
  good: [listing({}, { response: { headers: { 'Content-Type': 'application/json', 'Pagination-Total': '332' } } })],
  bad: [creating({}, { response: { headers: { ETag: '"1"' } } })],
  check({ operation, answer, response: { status, headers } }) {
    if (operation === undefined || answer === undefined) return [];
    return Object.entries(headers).flatMap(([name, value]) => {
      const path = `response.headers.${name}`;
      if (/^content-type$/i.test(name)) {
        const isJson = /^application\/json\s*(;|$)/i.test(value);
        return isJson || answer.body === undefined
          ? []
          : [{ path, message: `The content is ${value}, and the API answers application/json.` }];
      }
      if (ofTransport.has(name.toLowerCase())) return [];
      const [, documented] =
        Object.entries(answer.headers).find(([each]) => each.toLowerCase() === name.toLowerCase()) ?? [];
      if (documented === undefined)
        return [{ path, message: `The API documents no header ${name} for ${operation.id} ${status}. Leave it out.` }];
      return isDocumented(documented, value)
        ? []
        : [{ path, message: `${name} is "${value}", and the API answers ${wanted(documented)}.` }];
    });
  },
};

/** What any HTTP server sends. */
const ofTransport: ReadonlySet<string> = new Set(['content-length', 'date', 'connection', 'transfer-encoding']);

function isDocumented(header: Place, value: string): boolean {
  const read = header.shape.kind === 'number' && value !== '' ? Number(value) : value;
  // In practice an address is absolute or relative.
  return judge(header, read).length === 0 || (isAddress(header) && isPathOfApi(value));
}

function isAddress({ shape }: Place): boolean {
  return shape.kind === 'string' && shape.format === 'uri';
}

function isPathOfApi(value: string): boolean {
  return Object.values(operations).some(({ method }) => matchOperation(method, value) !== undefined);
}

function wanted(header: Place): string {
  if (header.shape.kind === 'number') return 'an integer';
  return isAddress(header) ? 'an address of a resource' : 'another text';
}
