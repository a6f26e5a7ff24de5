import {
  type OperationId,
  operationIds,
  type OperationResponse,
  operations,
  tolerant,
} from '@customer-contracts/schemas';
import { type OpenapiDocument, replay } from '@customer-contracts/schemas/history';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { testSizes } from '../../../test-sizes.ts';
import { bodiesOf, type Schema } from './bodies-of-schema.ts';

const Answers = z.record(
  z.string(),
  z.object({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })).optional() }),
);
const Operation = z.looseObject({ operationId: z.string(), responses: Answers });
const Paths = z.record(z.string(), z.record(z.string(), Operation));

/** The documents between two changes: all that there were. */
const eras = [...replay()].flatMap(({ change: { date, title }, before, after }, index) => [
  ...(index === 0 ? [{ era: 'now', document: after }] : []),
  { era: `before ${date}, ${title}`, document: before },
]);

test.each(eras)('a tolerant reader takes every answer of the document $era', ({ document }) => {
  const { validatorOf, bodyOf } = generatorOf(document);
  for (const { cell, schema, reader } of answersOf(document)) {
    const isAnswer = validatorOf(schema);
    const bodies = bodyOf(schema).filter((body) => isAnswer(body));
    const numRuns = 6 * testSizes.properties;
    fc.assert(
      fc.property(bodies, (body) => {
        const { data, error } = reader.safeParse(body);
        expect(error, cell).toBeUndefined();
        // Nothing is lost, but what is embedded is one object.
        expect(data).toEqual(embedded(body));
      }),
      { numRuns, seed: 24 },
    );
  }
});

/** What generates the bodies of a schema, and who says that they are some: Ajv, which knows nothing of the generator. */
function generatorOf(document: OpenapiDocument) {
  const ajv = addFormats.default(
    new Ajv({ strict: false, code: { regExp: Object.assign(expressionOf, { code: '' }) }, formats: { url: true } }),
  );
  const components = { $id: 'document', components: document.components };
  ajv.addSchema(components);
  return {
    validatorOf: (schema: Schema): ValidateFunction =>
      ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/'))),
    bodyOf: (schema: Schema): fc.Arbitrary<unknown> => bodiesOf(schema, document),
  };
}

/** A pattern of PCRE as JavaScript spells it. */
function expressionOf(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll(String.raw`\pL`, String.raw`\p{L}`), 'u');
}

/** The answers with a body, each with what reads it today. */
function answersOf({ paths }: OpenapiDocument) {
  return Object.values(Paths.parse(paths)).flatMap((item) =>
    Object.values(item).flatMap(({ operationId, responses }) =>
      Object.entries(responses).flatMap(([status, { content }]) => {
        const schema = content?.['application/json']?.schema;
        return schema === undefined
          ? []
          : [{ cell: `${operationId} ${status}`, schema, reader: readerOf(operationId, status) }];
      }),
    ),
  );
}

const readers = new Map<z.ZodType, z.ZodType>();

function readerOf(operationId: string, status: string): z.ZodType {
  // A lead source was written by POST, too, and answered with 200.
  const name = operationId === 'PostCustomerLeadSource' ? 'PutCustomerLeadSource' : operationId;
  const id = operationIds.find((each: OperationId) => operations[each].operationId === name);
  const responses: Readonly<Record<string, OperationResponse>> = id === undefined ? {} : operations[id].responses;
  const body = (responses[status] ?? responses['201'])?.body;
  if (body === undefined) throw new Error(`Nobody reads ${operationId} ${status}.`);
  const reader = readers.get(body) ?? tolerant(body);
  readers.set(body, reader);
  return reader;
}

/** A body whose list of what is embedded is one object. */
function embedded(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (name, value: unknown) =>
    name === '_embedded' && Array.isArray(value) ? Object.assign({}, ...value) : value,
  );
}
