import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';

import { operationIds, type OperationResponse, operations } from '@customer-contracts/schemas';
import openapi from '@customer-contracts/schemas/openapi.json' with { type: 'json' };
import { expect, test } from 'vitest';
import * as z from 'zod';

const require = createRequire(import.meta.url);

const document = z
  .looseObject({
    paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
    components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
  })
  .parse(openapi);

const Operation = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  responses: z.record(z.string(), z.object({ headers: z.record(z.string(), z.unknown()).default({}) })),
});

const operation = (operationId: string) =>
  Object.values(document.paths)
    .flatMap((path) => Object.values(path))
    .find((each) => each.operationId === operationId);

test('redocly finds no error in it', async () => {
  const redocly = require.resolve('@redocly/cli/bin/cli.js');
  const file = require.resolve('@customer-contracts/schemas/openapi.json');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const { stderr } = await promisify(execFile)(process.execPath, [redocly, 'lint', '--max-problems=100', file], {
    env,
  });
  expect(stderr).toContain('Your API description is valid');
  expect(stderr).not.toMatch(/\d+ warning/);
});

test.each(operationIds)('has %s with its method, path, security, statuses and headers', (id) => {
  const { method, path, operationId, responses, security } = operations[id];
  const generated = Operation.parse(document.paths[path]?.[method.toLowerCase()]);
  const headers = ([status, response]: [string, { headers?: object }]) => [status, Object.keys(response.headers ?? {})];
  expect(generated.operationId).toBe(operationId);
  expect(generated.security).toEqual(security.map((scheme) => ({ [scheme]: [] })));
  expect(Object.entries(generated.responses).map(headers)).toEqual(
    Object.entries<OperationResponse>(responses).map(headers),
  );
});

test('leaves every object open, and has no pattern of a format', () => {
  const closed: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('additionalProperties' in node && node.additionalProperties !== true) closed.push(path);
    if ('format' in node && 'pattern' in node) closed.push(path);
    if ('maximum' in node && node.maximum === Number.MAX_SAFE_INTEGER) closed.push(path);
    for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
  };
  walk(document, '#');
  expect(closed).toEqual([]);
});

test('says what the API says of a customer', () => {
  expect(document.components.schemas['Customer']).toMatchObject({
    required: ['id'],
    properties: {
      id: { type: 'string', maxLength: 50, readOnly: true },
      email: { type: ['string', 'null'], format: 'email', readOnly: true },
      createdTime: { type: 'string', format: 'date-time', readOnly: true },
      paymentCount: { type: 'integer', readOnly: true },
      customFields: { type: 'object', additionalProperties: true },
      primaryAddress: { anyOf: [{ $ref: '#/components/schemas/ContactObject' }, { type: 'null' }] },
      lifetimeRevenue: { $ref: '#/components/schemas/CustomerLifetimeRevenue' },
    },
  });
  expect(document.components.schemas['ContactObject']).toMatchObject({
    properties: {
      firstName: { type: ['string', 'null'], minLength: 1, maxLength: 45 },
      country: { type: ['string', 'null'], maxLength: 2, pattern: '^[A-Z]{2}$' },
      hash: { readOnly: true },
    },
  });
});

test('has no default, which a generator takes for a member that must be there', () => {
  expect(JSON.stringify(document.components.schemas)).not.toContain('"default":');
});

test('has no read-only member in a request, and no write-only member in an answer', () => {
  const properties = (name: string) => document.components.schemas[name]?.['properties'];
  expect(properties('LeadSourceInput')).not.toHaveProperty('original');
  expect(properties('LeadSource')).toHaveProperty('original.readOnly', true);
  expect(properties('CustomerInput')).not.toHaveProperty('email');
  expect(properties('CustomerInput')).toHaveProperty('paymentToken.writeOnly', true);
  expect(properties('Customer')).not.toHaveProperty('paymentToken');
  expect(operation('PutCustomerLeadSource')).toHaveProperty('requestBody.content', {
    'application/json': { schema: { $ref: '#/components/schemas/LeadSourceInput' } },
  });
});

test('says how the query is sent', () => {
  expect(operation('GetCustomerCollection')?.['parameters']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        name: 'limit',
        required: false,
        schema: { type: 'integer', minimum: 0, maximum: 1000 },
      }),
      expect.objectContaining({
        name: 'sort',
        style: 'form',
        explode: false,
        schema: { type: 'array', items: { type: 'string' } },
      }),
    ]),
  );
  expect(operation('DeleteCustomer')?.['parameters']).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: 'targetCustomerId', required: true })]),
  );
});

test('describes every component, member and parameter', () => {
  const silent = Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    const members = z.record(z.string(), z.looseObject({})).parse(schema['properties'] ?? {});
    const quiet = Object.keys(members).filter((member) => !members[member]?.['description']);
    return [...(schema['description'] ? [] : [name]), ...quiet.map((member) => `${name}.${member}`)];
  });
  expect(silent).toEqual([]);
  expect(JSON.stringify(document.paths)).not.toContain('"description":""');
});
