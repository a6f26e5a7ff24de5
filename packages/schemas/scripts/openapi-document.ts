import * as z from 'zod';

import {
  type Operation,
  operationIds,
  type OperationResponse,
  operations,
  securitySchemes,
  servers,
} from '../src/index.ts';
import { isOptional } from '../src/optional.ts';
import { componentSchemas, jsonSchema } from './component-schemas.ts';
import type { JsonSchema } from './json-schemas.ts';
import { memberWords } from './words.ts';

/** The OpenAPI 3.1 document of the operations, made from the table. */
export function openapiDocument(version: string): Record<string, unknown> {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Rebilly Customers API',
      version,
      summary: `The ${operationIds.length} operations on customers and what belongs to them`,
      description:
        'Generated from the operations table of @customer-contracts/schemas. The facts are those of Rebilly OpenAPI 2026-08.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: Object.entries(servers).map(([name, url]) => ({
      url: `${url}/organizations/{organizationId}`,
      description: `Rebilly's ${name} host`,
      variables: { organizationId: { default: 'unknown', description: 'The id of your organization.' } },
    })),
    tags: [{ name: 'Customers', description: 'Customers and their lead sources.' }],
    paths: paths(),
    components: { securitySchemes, schemas: componentSchemas() },
  };
}

function paths(): Record<string, Record<string, unknown>> {
  const byPath: Record<string, Record<string, unknown>> = {};
  for (const id of operationIds) {
    const operation: Operation = operations[id];
    byPath[operation.path] = {
      ...byPath[operation.path],
      [operation.method.toLowerCase()]: operationObject(operation),
    };
  }
  return byPath;
}

function operationObject(operation: Operation): Record<string, unknown> {
  const { operationId, summary, pathParameters, query, body, security, responses } = operation;
  const parameters = [...parameterObjects('path', pathParameters), ...parameterObjects('query', query)];
  return {
    operationId,
    summary,
    tags: ['Customers'],
    security: security.map((scheme) => ({ [scheme]: [] })),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: content(body) } }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [status, responseObject(response)]),
    ),
  };
}

function parameterObjects(place: 'path' | 'query', schema: z.ZodObject): Record<string, unknown>[] {
  const words = memberWords(schema);
  return Object.entries<z.core.$ZodType>(schema.shape).map(([name, member]) => ({
    name,
    in: place,
    required: !isOptional(member),
    description: words(name),
    ...serialized(jsonSchemaOf(member)),
  }));
}

function responseObject({ description, headers, body }: OperationResponse): Record<string, unknown> {
  return {
    description,
    ...(Object.keys(headers).length === 0 ? {} : { headers: headerObjects(headers) }),
    ...(body === undefined ? {} : { content: content(body) }),
  };
}

function headerObjects(headers: OperationResponse['headers']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, header]) => {
      const { description, ...schema } = jsonSchema(header);
      return [name, { description, schema }];
    }),
  );
}

function content(schema: z.ZodType): Record<string, unknown> {
  return { 'application/json': { schema: jsonSchema(schema) } };
}

/** The only array in a query, `sort`, is sent as one value, joined by commas. */
function serialized(schema: JsonSchema): Record<string, unknown> {
  return schema.type === 'array' ? { style: 'form', explode: false, schema } : { schema };
}

function jsonSchemaOf(member: z.core.$ZodType): JsonSchema {
  return member instanceof z.ZodType ? jsonSchema(member) : {};
}
