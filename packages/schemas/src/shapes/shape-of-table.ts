import type { Operation } from '../operations.ts';
import { type Place, type Plain, operationIds, operations } from '../plain.ts';
import { securitySchemes, type SecurityScheme } from '../security-schemes.ts';
import type { ApiShape, Credential, OperationShape, ParameterShape, ResponseShape } from './api-shape.ts';
import { decidedDifferences } from './decided-differences.ts';
import { kindsOf } from './kinds-of.ts';

/** What the table of operations promises: Rebilly's document of 2026-08, with what was decided where that is silent. */
export function shapeOfTable(): ApiShape {
  return {
    source: { kind: 'table' },
    decided: decidedDifferences,
    operations: Object.fromEntries(operationIds.map((id) => [id, operationOf(operations[id])])),
  };
}

function operationOf({
  method,
  path,
  security,
  pathParameters,
  query,
  body,
  responses,
}: Plain<Operation>): OperationShape {
  return {
    method,
    path,
    security: security.map((name) => [credentialOf(name)]),
    parameters: [...parametersOf('path', pathParameters), ...parametersOf('query', query)],
    ...(body !== undefined && { body: kindsOf(body) }),
    responses: responsesOf(responses),
  };
}

function credentialOf(name: SecurityScheme): Credential {
  const scheme = securitySchemes[name];
  return { name, wire: scheme.type === 'apiKey' ? `${scheme.in} ${scheme.name}`.toLowerCase() : scheme.scheme };
}

function parametersOf(where: 'path' | 'query', { shape }: Place): readonly ParameterShape[] {
  if (shape.kind !== 'object') return [];
  return Object.entries(shape.members).map(([name, place]) => ({ in: where, name, kinds: kindsOf(place) }));
}

/** What the table promises of each answer of an operation. */
export function responsesOf(responses: Plain<Operation>['responses']): OperationShape['responses'] {
  return Object.fromEntries(Object.entries(responses).map(([status, each]) => [status, responseOf(each)]));
}

function responseOf({ headers, body }: Plain<Operation>['responses'][number]): ResponseShape {
  return {
    headers: Object.fromEntries(
      // No header is required.
      Object.entries(headers).map(([name, place]) => [
        name.toLowerCase(),
        { name, kinds: { ...kindsOf(place), isOptional: true } },
      ]),
    ),
    ...(body !== undefined && { body: kindsOf(body) }),
  };
}
