import {
  cells,
  formatPath,
  isCell,
  matchOperation,
  operationIds,
  type OperationResponse,
  operations,
} from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

/** The documented statuses, as Rebilly OpenAPI 2026-08 has them. */
const documented = {
  getCustomerCollection: ['GET', '/customers', 200, 401, 403],
  postCustomer: ['POST', '/customers', 201, 401, 403, 409, 422, 429],
  getCustomer: ['GET', '/customers/{id}', 200, 401, 403, 404],
  putCustomer: ['PUT', '/customers/{id}', 200, 201, 401, 403, 409, 422, 429],
  deleteCustomer: ['DELETE', '/customers/{id}', 204, 401, 403, 404, 429],
  getCustomerLeadSource: ['GET', '/customers/{id}/lead-source', 200, 401, 403, 404],
  putCustomerLeadSource: ['PUT', '/customers/{id}/lead-source', 201, 401, 403, 422, 429],
  deleteCustomerLeadSource: ['DELETE', '/customers/{id}/lead-source', 204, 401, 403, 404, 409, 429],
};

test('has the eight operations, each with the documented statuses', () => {
  const table = operationIds.map((id) => {
    const { method, path, responses } = operations[id];
    return [id, [method, path, ...Object.keys(responses).map(Number)]];
  });
  expect(Object.fromEntries(table)).toEqual(documented);
});

test('has 40 cells', () => {
  expect(new Set(cells).size).toBe(40);
  expect(cells.slice(0, 4)).toEqual([
    'getCustomerCollection 200',
    'getCustomerCollection 401',
    'getCustomerCollection 403',
    'postCustomer 201',
  ]);
});

test('tells a cell from other texts', () => {
  expect(isCell('getCustomer 404')).toBe(true);
  for (const text of ['getCustomer 409', 'getCustomer', 'toString 200', 'getCustomer 404 x', 'getCustomer toString']) {
    expect(isCell(text)).toBe(false);
  }
});

test('lets the application token read customers, and nothing else', () => {
  const open = operationIds.filter((id) => operations[id].security.some((scheme) => scheme === 'ApplicationJWT'));
  expect(open).toEqual(['getCustomerCollection', 'getCustomer']);
});

test('documents headers where the API does', () => {
  const headers = operationIds.flatMap((id) =>
    Object.entries<OperationResponse>(operations[id].responses).map(([status, response]) => [
      `${id} ${status}`,
      Object.keys(response.headers),
    ]),
  );
  const rate = ['X-RateLimit-Limit', 'X-RateLimit-Remaining'];
  const pagination = ['Pagination-Total', 'Pagination-Limit', 'Pagination-Offset'];
  expect(headers.filter(([, names]) => names?.length !== 0 && !names?.includes('X-RateLimit-Retry-After'))).toEqual([
    ['getCustomerCollection 200', pagination],
    ['postCustomer 201', ['Location', ...rate]],
    ['putCustomer 201', ['Location', ...rate]],
    ['deleteCustomer 204', rate],
    ['putCustomerLeadSource 201', ['Location', ...rate]],
    ['deleteCustomerLeadSource 204', rate],
  ]);
  expect(headers.filter(([, names]) => names?.includes('X-RateLimit-Retry-After')).map(([cell]) => cell)).toEqual(
    cells.filter((cell) => cell.endsWith(' 429')),
  );
});

test.each([
  ['GET', '/customers', { operationId: 'getCustomerCollection', pathParameters: {} }],
  ['post', '/customers/', { operationId: 'postCustomer', pathParameters: {} }],
  [
    'GET',
    '/organizations/org_1/customers/',
    { operationId: 'getCustomerCollection', pathParameters: {}, organizationId: 'org_1' },
  ],
  ['GET', '/customers/a%40b', { operationId: 'getCustomer', pathParameters: { id: 'a@b' } }],
  ['GET', '/customers/%E0%A4%A', { operationId: 'getCustomer', pathParameters: { id: '%E0%A4%A' } }],
  [
    'PUT',
    '/organizations/o/customers/c/lead-source',
    { operationId: 'putCustomerLeadSource', pathParameters: { id: 'c' }, organizationId: 'o' },
  ],
  ['PATCH', '/customers/c', { allow: ['GET', 'PUT', 'DELETE'] }],
  ['DELETE', '/customers', { allow: ['GET', 'POST'] }],
])('finds the operation of %s %s', (method, path, expected) => {
  expect(matchOperation(method, path)).toEqual(expected);
});

test.each([
  '/',
  '/customer',
  '/customersx',
  '/customers/a/',
  '/customers/a/b',
  '/customers//lead-source',
  '/organizations/customers',
  '/v2.1/customers',
])('finds no operation for %s', (path) => {
  expect(matchOperation('GET', path)).toBeUndefined();
});

test('writes the path of a call, with its parameters encoded', () => {
  expect(formatPath('getCustomerLeadSource', { id: 'a@b~c' })).toBe('/customers/a%40b~c/lead-source');
  expect(formatPath('postCustomer', {})).toBe('/customers');
});
