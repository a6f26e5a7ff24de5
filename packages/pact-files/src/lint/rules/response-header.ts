import { operations, matchOperation } from '@customer-contracts/schemas';
import * as z from 'zod';

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
      const [, schema] =
        Object.entries(answer.headers).find(([each]) => each.toLowerCase() === name.toLowerCase()) ?? [];
      if (schema === undefined)
        return [{ path, message: `The API documents no header ${name} for ${operation.id} ${status}. Leave it out.` }];
      return isDocumented(schema, value)
        ? []
        : [{ path, message: `${name} is "${value}", and the API answers ${wanted(schema)}.` }];
    });
  },
};

/** What any HTTP server sends. */
const ofTransport: ReadonlySet<string> = new Set(['content-length', 'date', 'connection', 'transfer-encoding']);

function isDocumented(schema: z.ZodType, value: string): boolean {
  if (schema instanceof z.ZodNumber) return schema.safeParse(value === '' ? value : Number(value)).success;
  // In practice an address is absolute or relative.
  return schema.safeParse(value).success || (schema instanceof z.ZodURL && isPathOfApi(value));
}

function isPathOfApi(value: string): boolean {
  return Object.values(operations).some(({ method }) => matchOperation(method, value) !== undefined);
}

function wanted(schema: z.ZodType): string {
  if (schema instanceof z.ZodNumber) return 'an integer';
  return schema instanceof z.ZodURL ? 'an address of a resource' : 'another text';
}
