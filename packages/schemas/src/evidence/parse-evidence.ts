import * as z from 'zod';

import { operationIds, operations as table } from '../plain.ts';
import type { Kinds, OperationShape, ResponseShape } from '../shapes.ts';
import type { Evidence, Observation } from './evidence.ts';

const Day = z.iso.date();

/** The first line: the version of the form, the first and last day of the traffic, and where it was. */
const Head = z.strictObject({
  shapes: z.literal(1),
  from: Day.exactOptional(),
  to: Day.exactOptional(),
  where: z.enum(['sandbox', 'this machine', 'another host']).exactOptional(),
});

const outside = { outside: z.array(z.enum(['format', 'limit', 'value'])).exactOptional() };

/** What was seen at a place. Limits and formats are none of it: those are promises. */
const Seen: z.ZodType<Kinds> = z.strictObject({
  isOptional: z.boolean().default(false),
  isNullable: z.boolean().default(false),
  isUnsaid: z.literal(true).exactOptional(),
  text: z.strictObject({ known: z.array(z.string()).exactOptional(), ...outside }).exactOptional(),
  number: z.strictObject({ isInteger: z.boolean(), ...outside }).exactOptional(),
  boolean: z.strictObject({}).exactOptional(),
  list: z.strictObject({ element: z.lazy(() => Seen), ...outside }).exactOptional(),
  object: z
    .strictObject({
      members: z.record(
        z.string(),
        z.lazy(() => Seen),
      ),
      isPart: z.literal(true).exactOptional(),
      ...outside,
    })
    .exactOptional(),
});

const Status = z.int().min(100).max(599);

/** One request that was accepted, or one answer, by operation and status. */
const Line = z.strictObject({
  operation: z.enum(operationIds),
  status: Status.nullable(),
  headers: z.record(z.string(), Seen).default({}),
  body: Seen.exactOptional(),
});

/** How one question was decided. */
const Decided: z.ZodType<Observation> = z.strictObject({
  scenario: z.string().min(1),
  about: z.string().min(1),
  observed: z.enum(['as-decided', 'otherwise', 'none']),
  reason: z.string().exactOptional(),
  came: z
    .array(
      z.strictObject({
        ask: z.int().min(0),
        status: Status,
        at: z.string().exactOptional(),
        kinds: Seen.exactOptional(),
      }),
    )
    .exactOptional(),
});

/** Makes the error of a package: what is wrong with a text, and what to do. */
type Refuse = (received: string, advice: string, cause?: unknown) => Error;

/** Whether a text is of this form: its first line says so. */
export function isEvidence(text: string): boolean {
  const head = parsed(firstLine(text));
  return typeof head === 'object' && head !== null && 'shapes' in head;
}

/**
 * What was seen of each operation, and how questions were decided, from NDJSON: docs/shapes.md describes it. The first line names
 * the form, and the days; then comes a line for each request, answer and question.
 *
 * @param place what it is called: a file.
 * @param refuse makes the error where a line is otherwise, or comes twice, or there is none of an operation or a question.
 */
export function parseEvidence(text: string, place: string, refuse: Refuse): Evidence {
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const { shapes: _, where, ...days } = check(Head, parsed(first), 1, refuse);
  const operations = new Map<string, OperationShape>();
  const observations = new Map<string, Observation>();
  for (const [index, line] of rest.entries()) {
    const number = index + 2;
    if (line.trim() === '') continue;
    const value = parsed(line);
    const repeats = (what: string) => refuse(`line ${number} repeats ${what}`, 'Write one line for each.');
    if (typeof value === 'object' && value !== null && 'scenario' in value) {
      const observation = check(Decided, value, number, refuse);
      if (observations.has(observation.scenario)) throw repeats(observation.scenario);
      observations.set(observation.scenario, observation);
      continue;
    }
    const { operation: id, status, headers, body } = check(Line, value, number, refuse);
    const { method, path } = table[id];
    const known = operations.get(id) ?? { method, path, parameters: [], responses: {} };
    if (status === null ? known.body : known.responses[status]) throw repeats(`${id} ${status ?? 'request'}`);
    const response: ResponseShape = {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, kinds]) => [name.toLowerCase(), { name, kinds }]),
      ),
      ...(body && { body }),
    };
    const isRequest = status === null;
    operations.set(id, {
      ...known,
      ...(isRequest && body && { body }),
      responses: isRequest ? known.responses : { ...known.responses, [status]: response },
    });
  }
  if (operations.size + observations.size === 0)
    throw refuse('it has no line of an operation', 'Record some of /customers.');
  return {
    shape: { source: { kind: 'traffic', place, ...days }, operations: Object.fromEntries(operations) },
    ...(where && { where }),
    observations: [...observations.values()],
  };
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  number: number,
  refuse: Refuse,
): z.output<Schema> {
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) return data;
  const [issue] = error?.issues ?? [];
  const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')})` : '';
  const received = `line ${number} is no shape: ${issue?.message ?? 'it is no JSON'}${where}`;
  throw refuse(received, 'Record it anew, or correct the line by docs/shapes.md.', error);
}

function firstLine(text: string): string {
  const end = text.search(/\r?\n/);
  return (end === -1 ? text : text.slice(0, end)).replace(/^\uFEFF/, '');
}

/** The JSON of a line; `undefined` where it is none. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
