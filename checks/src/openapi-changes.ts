import * as z from 'zod';

import { JsonSchema } from './json-schema.ts';
import { type Comparison, type Difference, presenceChanges, schemaChanges } from './schema-changes.ts';

const Content = z.record(z.string(), z.object({ schema: JsonSchema })).default({});
const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: JsonSchema,
});
const Response = z.object({
  headers: z.record(z.string(), z.object({ schema: JsonSchema })).default({}),
  content: Content,
});
const Operation = z.object({
  security: z.array(z.record(z.string(), z.unknown())).default([]),
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ required: z.boolean().default(false), content: Content }).optional(),
  responses: z.record(z.string(), Response),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), JsonSchema) }),
});
type Operation = z.infer<typeof Operation>;

/** What differs between two OpenAPI 3.1 documents, for those who call the API and read its answers. */
export function openapiChanges(before: unknown, after: unknown): Difference[] {
  const [old, current] = [Document.parse(before), Document.parse(after)];
  const resolve = { before: resolver(old), after: resolver(current) };
  const [from, to] = [operationsOf(old), operationsOf(current)];
  return [
    ...presenceChanges('the API', 'the operation', [...from.keys()], [...to.keys()]),
    ...[...to].flatMap(([name, operation]) => {
      const was = from.get(name);
      return was === undefined ? [] : operationChanges(name, was, operation, resolve);
    }),
  ];
}

function operationChanges(
  name: string,
  before: Operation,
  after: Operation,
  resolve: Comparison['resolve'],
): Difference[] {
  const compared = (direction: Comparison['direction'], path: string): Comparison => ({
    path,
    direction,
    resolve,
    seen: [],
  });
  const content = (
    direction: Comparison['direction'],
    path: string,
    from: z.infer<typeof Content>,
    to: z.infer<typeof Content>,
  ) => [
    ...presenceChanges(path, 'the content type', Object.keys(from), Object.keys(to)),
    ...pairs(from, to).flatMap(([, one, other]) => schemaChanges(one.schema, other.schema, compared(direction, path))),
  ];
  const [wanted, wants] = [parametersOf(before), parametersOf(after)];
  const [asked, asks] = [requiredOf(before), requiredOf(after)];
  return [
    ...presenceChanges(name, 'the credential', before.security.map(credential), after.security.map(credential)),
    ...presenceChanges(name, 'the parameter', Object.keys(wanted), Object.keys(wants)),
    ...asks
      .filter((each) => !asked.includes(each))
      .map((each) => ({ path: name, what: `must have ${each}`, isBreaking: true })),
    ...asked
      .filter((each) => !asks.includes(each) && each in wants)
      .map((each) => ({ path: name, what: `may lack ${each}`, isBreaking: false })),
    ...pairs(wanted, wants).flatMap(([parameter, one, other]) =>
      schemaChanges(one.schema, other.schema, compared('request', `${name} ${parameter}`)),
    ),
    ...content('request', `${name} body`, before.requestBody?.content ?? {}, after.requestBody?.content ?? {}),
    ...presenceChanges(name, 'the status', Object.keys(before.responses), Object.keys(after.responses)),
    ...pairs(before.responses, after.responses).flatMap(([status, one, other]) => [
      ...presenceChanges(`${name} ${status}`, 'the header', Object.keys(one.headers), Object.keys(other.headers)),
      ...pairs(one.headers, other.headers).flatMap(([header, from, to]) =>
        schemaChanges(from.schema, to.schema, compared('response', `${name} ${status} ${header}`)),
      ),
      ...content('response', `${name} ${status} body`, one.content, other.content),
    ]),
  ];
}

const operationsOf = ({ paths }: z.infer<typeof Document>): Map<string, Operation> =>
  new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    ),
  );

const resolver =
  ({ components }: z.infer<typeof Document>) =>
  (ref: string): JsonSchema => {
    const schema = components.schemas[ref.replace('#/components/schemas/', '')];
    if (schema === undefined) throw new Error(`Failed to resolve ${ref}: the document has no such schema.`);
    return schema;
  };

const credential = (requirement: Record<string, unknown>): string => Object.keys(requirement).join(' and ');

const parametersOf = ({ parameters }: Operation): Record<string, z.infer<typeof Parameter>> =>
  Object.fromEntries(parameters.map((each) => [`${each.in} ${each.name}`, each]));

/** What a request must have. */
const requiredOf = ({ parameters, requestBody }: Operation): string[] => [
  ...parameters.filter(({ required }) => required).map((each) => `${each.in} ${each.name}`),
  ...(requestBody?.required ? ['a body'] : []),
];

/** What both have, by name. */
const pairs = <Value>(before: Record<string, Value>, after: Record<string, Value>): [string, Value, Value][] =>
  Object.entries(after).flatMap(([name, value]) => {
    const was = before[name];
    return was === undefined ? [] : [[name, was, value]];
  });
