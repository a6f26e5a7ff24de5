import { formatPath, matchOperation, operationIds, operations, PathId } from '@customer-contracts/schemas';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

/** What a URL makes of a path on its way to a server. */
function pathOnTheWay(path: string): string {
  return new URL(path, 'https://api.example.com').pathname;
}

const id = fc.stringMatching(/^[@~\-.\w]{1,50}$/).filter((text) => !/^\.+$/.test(text));
const anything = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/^\.{1,2}$/.test(text));

test.each(operationIds)(
  '%s is found again by the path of any of its calls, with an organization and without',
  (operationId) => {
    const { method, path } = operations[operationId];
    const parameters = path.includes('{id}') ? ['id'] : [];
    fc.assert(
      fc.property(fc.oneof(id, anything), anything, (value, organizationId) => {
        const pathParameters = Object.fromEntries(parameters.map((name) => [name, value]));
        const written = formatPath(operationId, { id: value });
        expect(matchOperation(method, pathOnTheWay(written))).toEqual({ operationId, pathParameters });
        const prefix = `/organizations/${encodeURIComponent(organizationId)}`;
        expect(matchOperation(method, pathOnTheWay(prefix + written))).toEqual({
          operationId,
          pathParameters,
          organizationId,
        });
      }),
    );
  },
);

test('an id of the API needs no encoding, but for its @', () => {
  fc.assert(
    fc.property(id, (value) => {
      expect(PathId.parse(value)).toBe(value);
      expect(formatPath('getCustomer', { id: value })).toBe(`/customers/${value.replaceAll('@', '%40')}`);
    }),
  );
});

test.each([
  '',
  'customers',
  '//customers',
  '/customers//',
  '/Customers',
  '/customers?limit=1',
  '/customers/c/lead-source/',
  '/customers/c/Lead-Source',
  '/organizations//customers',
  '/organizations/o/customers/c/lead-source/x',
  '/organizations/o',
])('no operation has the path "%s"', (path) => {
  expect(matchOperation('GET', path)).toBeUndefined();
});

test.each(['HEAD', 'OPTIONS', 'PATCH', 'TRACE', '', 'constructor'])('no operation has the method "%s"', (method) => {
  expect(matchOperation(method, '/customers/c/lead-source')).toEqual({ allow: ['GET', 'PUT', 'DELETE'] });
});
