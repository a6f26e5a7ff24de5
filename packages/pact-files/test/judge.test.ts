import {
  type Operation,
  operationIds,
  operations,
  type ProviderState,
  providerStateNames,
  providerStates,
} from '@customer-contracts/schemas';
import * as plain from '@customer-contracts/schemas/plain';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';

import { testSizes } from '../../../test-sizes.ts';
import { type Issue, judge, judgePart } from '../src/documented/judge.ts';
import { nearly } from './generated-values.ts';

/** A schema of the table beside what the plain table has in its place. */
interface Pair {
  readonly name: string;
  readonly schema: z.core.$ZodType;
  readonly place: plain.Place | undefined;
}

const written: readonly Pair[] = [
  ...operationIds.flatMap((id): readonly Pair[] => {
    const { pathParameters, query, body, responses }: Operation = operations[id];
    const data = plain.operations[id];
    const headers = Object.entries(responses).flatMap(([status, { headers: documented }]) =>
      Object.entries(documented).map(([name, schema]): Pair => ({
        name: `${name} of ${id} ${status}`,
        schema,
        place: data.responses[Number(status)]?.headers[name],
      })),
    );
    return [
      { name: `the path parameters of ${id}`, schema: pathParameters, place: data.pathParameters },
      { name: `the query of ${id}`, schema: query, place: data.query },
      ...(body === undefined ? [] : [{ name: `the request body of ${id}`, schema: body, place: data.body }]),
      ...headers,
    ];
  }),
  ...providerStateNames.map((name): Pair => {
    const { parameters }: ProviderState = providerStates[name];
    return { name: `the parameters of ${name}`, schema: parameters, place: plain.providerStates[name].parameters };
  }),
];

const answered: readonly Pair[] = operationIds.flatMap((id) => {
  const { responses }: Operation = operations[id];
  return Object.entries(responses).flatMap(([status, { body: schema }]): readonly Pair[] => {
    const place = plain.operations[id].responses[Number(status)]?.body;
    return schema === undefined ? [] : [{ name: `${id} ${status}`, schema, place }];
  });
});

test.for(written)('judges $name as zod does, in its words', ({ schema, place }) => {
  expect(outcomesOf(schema, place, judge)).toEqual(new Set([true, false]));
});

test.for(answered)('judges a part of $name as zod judges one', ({ schema, place }) => {
  expect(outcomesOf(partOf(schema), place, judgePart)).toEqual(new Set([true, false]));
});

test('has each operation, answer and provider state of the table', () => {
  expect(Object.keys(plain.operations)).toEqual(operationIds);
  expect(Object.keys(plain.providerStates)).toEqual(providerStateNames);
  for (const id of operationIds) {
    const { responses, body }: Operation = operations[id];
    expect(Object.keys(plain.operations[id].responses)).toEqual(Object.keys(responses));
    expect(plain.operations[id].body === undefined).toBe(body === undefined);
  }
});

/** Holds both beside each other on generated values, and tells whether any were taken, and any refused. */
function outcomesOf(
  schema: z.core.$ZodType,
  place: plain.Place | undefined,
  judged: (place: plain.Place, value: unknown) => readonly Issue[],
): ReadonlySet<boolean> {
  if (place === undefined) throw new Error('The plain table lacks it.');
  const outcomes = new Set<boolean>();
  fc.assert(
    fc.property(nearly(schema), (value) => {
      const issues = zodIssues(schema, value);
      outcomes.add(issues.length === 0);
      expect(inOrder(judged(place, value))).toEqual(inOrder(issues));
    }),
    { seed: 16, numRuns: 400 * testSizes.properties },
  );
  return outcomes;
}

/** A part is judged in its own order, and zod judges in that of the schema. */
function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted((one, other) => (JSON.stringify(one.path) < JSON.stringify(other.path) ? -1 : 1));
}

/** What zod has against a value: the first reason at each place, and members that it does not know. */
function zodIssues(schema: z.core.$ZodType, value: unknown): readonly Issue[] {
  const firsts = new Map<string, Issue>();
  for (const issue of z.safeParse(schema, value).error?.issues ?? []) {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const { message } = issue;
    const key = JSON.stringify([path, issue.code === 'unrecognized_keys']);
    if (firsts.has(key)) continue;
    firsts.set(
      key,
      issue.code === 'unrecognized_keys'
        ? { code: 'unknown', path, message, names: issue.keys }
        : { code: 'value', path, message },
    );
  }
  return [...firsts.values()];
}

/** The schema of any part of what fits a schema: members may be left out at every depth, and no other may be there. */
function partOf(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodExactOptional) return z.exactOptional(partOf(schema.unwrap()));
  if (schema instanceof z.ZodOptional) return z.optional(partOf(schema.unwrap()));
  if (schema instanceof z.ZodNullable) return z.nullable(partOf(schema.unwrap()));
  if (schema instanceof z.ZodArray) return z.array(partOf(schema.element));
  if (schema instanceof z.ZodUnion)
    return partOf(schema.options.find((option) => option instanceof z.ZodEnum) ?? schema);
  if (schema instanceof z.ZodObject) {
    const members = Object.entries<z.core.$ZodType>(schema.shape);
    return z.strictObject(Object.fromEntries(members.map(([name, member]) => [name, z.optional(partOf(member))])));
  }
  if (schema instanceof z.ZodType) return schema;
  throw new Error('Not a schema of zod.');
}
