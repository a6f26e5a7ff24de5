import { Customer, LeadSource, Problem, tolerant, ValidationProblem } from '@customer-contracts/schemas';
import { type OpenapiDocument, replay } from '@customer-contracts/schemas/history';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { testSizes } from '../../../test-sizes.ts';
import { bodiesOf, type Schema } from './bodies-of-schema.ts';

const Answers = z.record(
  z.string(),
  z.object({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })).optional() }),
);
const Operation = z.looseObject({ operationId: z.string(), responses: Answers });
const Schemas = z.record(z.string(), z.unknown());
const Paths = z.record(z.string(), z.record(z.string(), Operation));

/** The documents between two changes: all that there were, the newest first. */
const eras = [...replay()].flatMap(({ change: { date, title }, before, after }, index) => [
  ...(index === 0 ? [{ era: 'now', document: after }] : []),
  { era: `before ${date}: ${title}`, document: before },
]);

/** What an answer was documented as, each once: most documents change few of them. */
const documented = [
  ...new Map(
    eras.toReversed().flatMap(({ era, document }) =>
      answersOf(document).map((answer) => {
        const text = schemaText(answer.schema, document);
        return [`${answer.reader} ${text}`, { ...answer, era, document }] as const;
      }),
    ),
  ).values(),
];

/** Until then the invalid fields were an object: those are for the client. */
const wereObjects = ({ cell, document }: (typeof documented)[number]) =>
  cell.endsWith(' 422') && JSON.stringify(document).includes('"invalidFields":{"type":"object"');

test.each(documented.filter((each) => !wereObjects(each)))(
  'a tolerant reader takes $cell of the document $era',
  ({ schema, reader, document }) => {
    const isAnswer = validatorOf(schema, document);
    // No document says that an id is never empty.
    const bodies = bodiesOf(schema, document)
      .map((body): unknown => JSON.parse(JSON.stringify(body)))
      .filter((body) => isAnswer(body) && !JSON.stringify(body).includes('"id":""'));
    fc.assert(
      fc.property(bodies, (body) => {
        const { data, error } = readers[reader].safeParse(body);
        expect(error).toBeUndefined();
        // Nothing is lost, but what is embedded is one object.
        expect(data).toEqual(embedded(body));
      }),
      { numRuns: 5 * testSizes.properties, seed: 24 },
    );
  },
);

test('the invalid fields of before 2019-04, an object, are the only thing that it does not take', () => {
  const [found, ...others] = documented.filter(wereObjects);
  expect(others).toEqual([]);
  expect(found?.era).toBe('before 2019-04: The invalid fields of a problem are a list');
  expect(readers.validation.safeParse({ invalidFields: { email: 'Required' } }).success).toBe(false);
});

/** Who says that what is generated is a body of a schema: Ajv, which knows nothing of the generator. */
function validatorOf(schema: Schema, document: OpenapiDocument): ValidateFunction {
  const ajv = new Ajv({ strict: false, code: { regExp: Object.assign(expressionOf, { code: '' }) } });
  // Of URLs: the documents' own example had no scheme.
  addFormats.default(ajv).addFormat('url', true);
  return ajv.compile({ ...schema, components: document.components });
}

/** A pattern of PCRE as JavaScript spells it. */
function expressionOf(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll(String.raw`\pL`, String.raw`\p{L}`), 'u');
}

/** What reads an answer today. */
const readers = {
  customer: tolerant(Customer),
  leadSource: tolerant(LeadSource),
  problem: tolerant(Problem),
  validation: tolerant(ValidationProblem),
};

/** The answers with a body, each with what reads it. */
function answersOf({ paths }: OpenapiDocument) {
  return Object.values(Paths.parse(paths)).flatMap((item) =>
    Object.values(item).flatMap(({ operationId, responses }) =>
      Object.entries(responses).flatMap(([status, { content }]) => {
        const schema = content?.['application/json']?.schema;
        // A list is read customer by customer.
        return schema === undefined || schema['type'] === 'array'
          ? []
          : [{ cell: `${operationId} ${status}`, schema, reader: readerOf(operationId, status) }];
      }),
    ),
  );
}

function readerOf(operationId: string, status: string): keyof typeof readers {
  if (status === '422') return 'validation';
  if (Number(status) >= 400) return 'problem';
  return operationId.endsWith('LeadSource') ? 'leadSource' : 'customer';
}

/** A schema with all that it refers to, as text. */
function schemaText(schema: Schema, { components }: OpenapiDocument): string {
  const seen = new Set<string>();
  const visit = (text: string): string =>
    text.replaceAll(/"#\/components\/schemas\/(\w+)"/g, (_, name: string) => {
      if (seen.has(name)) return `"${name}"`;
      seen.add(name);
      return visit(JSON.stringify(Schemas.parse(components['schemas'])[name]));
    });
  return visit(JSON.stringify(schema));
}

/** A body whose list of what is embedded is one object. */
function embedded(body: unknown): unknown {
  const merged: unknown = JSON.parse(JSON.stringify(body), (name, value: unknown) =>
    name === '_embedded' && Array.isArray(value)
      ? Object.fromEntries(value.flatMap((each: object) => Object.entries(each)))
      : value,
  );
  return merged;
}
