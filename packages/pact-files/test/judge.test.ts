import {
  isOperationId,
  isProviderStateName,
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

/** Every schema of the table beside what the plain table has in its place. */
const pairs: Readonly<Record<string, readonly [schema: z.ZodType, place: plain.Place | undefined]>> =
  Object.fromEntries([
    ...operationIds.flatMap((id) => {
      const table: Operation = operations[id];
      const data = plain.operations[id];
      return [
        [`the path parameters of ${id}`, [table.pathParameters, data.pathParameters]],
        [`the query of ${id}`, [table.query, data.query]],
        ...(table.body === undefined ? [] : [[`the request body of ${id}`, [table.body, data.body]]]),
        ...Object.entries(table.responses).flatMap(([status, { headers }]) =>
          Object.entries(headers).map(([name, header]) => [
            `${name} of ${id} ${status}`,
            [header, data.responses[Number(status)]?.headers[name]],
          ]),
        ),
      ];
    }),
    ...providerStateNames.map((name) => {
      const state: ProviderState = providerStates[name];
      return [`the parameters of ${name}`, [state.parameters, plain.providerStates[name].parameters]];
    }),
  ]);

/** The answers. */
const answers: typeof pairs = Object.fromEntries(
  operationIds.flatMap((id) => {
    const { responses }: Operation = operations[id];
    return Object.entries(responses).flatMap(([status, { body }]) =>
      body === undefined ? [] : [[`${id} ${status}`, [body, plain.operations[id].responses[Number(status)]?.body]]],
    );
  }),
);

test.for(Object.keys(pairs))('judges %s as zod does, in its words', (name) => {
  const [schema, place] = pairs[name] ?? [];
  compare(schema, place, judge);
});

test.for(Object.keys(answers))('judges a part of %s as zod judges one', (name) => {
  const [schema, place] = answers[name] ?? [];
  compare(schema && partOf(schema), place, judgePart);
});

test('has each operation, answer and provider state of the table', () => {
  expect(Object.keys(plain.operations).filter(isOperationId)).toEqual(operationIds);
  expect(Object.keys(plain.providerStates).filter(isProviderStateName)).toEqual(providerStateNames);
  for (const id of operationIds) {
    const { responses, body }: Operation = operations[id];
    expect(Object.keys(plain.operations[id].responses)).toEqual(Object.keys(responses));
    expect(plain.operations[id].body === undefined).toBe(body === undefined);
  }
});

function compare(
  schema: z.ZodType | undefined,
  place: plain.Place | undefined,
  judged: (place: plain.Place, value: unknown) => readonly Issue[],
): void {
  if (schema === undefined || place === undefined) throw new Error('One of the two is missing.');
  const outcomes = new Set<boolean>();
  fc.assert(
    fc.property(nearly(schema), (value) => {
      const issues = zodIssues(schema, value);
      outcomes.add(issues.length === 0);
      expect(inOrder(judged(place, value))).toEqual(inOrder(issues));
    }),
    { seed: 16, numRuns: 400 * testSizes.properties },
  );
  expect([...outcomes].toSorted()).toEqual([false, true]);
}

/** A part is judged in its own order, and zod judges in that of the schema. */
function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted((one, other) => (JSON.stringify(one.path) < JSON.stringify(other.path) ? -1 : 1));
}

/** What zod has against a value: the first reason at each place, and members that it does not know. */
function zodIssues(schema: z.ZodType, value: unknown): readonly Issue[] {
  const firsts = new Map<string, Issue>();
  for (const issue of schema.safeParse(value).error?.issues ?? []) {
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
