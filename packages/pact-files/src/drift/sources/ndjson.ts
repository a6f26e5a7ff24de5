import { operationIds, operations as table } from '@customer-contracts/schemas/plain';
import type { ApiShape, Kinds, OperationShape, ResponseShape } from '@customer-contracts/schemas/shapes';
import * as z from 'zod';

import { recordOf } from '../../json/json-value.ts';
import { DriftSourceError } from './drift-source-error.ts';

const Day = z.iso.date();

/** The first line: the version of the form, and the first and last day of the traffic. */
const Head = z.strictObject({ shapes: z.literal(1), from: Day.exactOptional(), to: Day.exactOptional() });

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

/** Every other line: one request that was accepted, or one answer, by operation and status. */
const Line = z.strictObject({
  operation: z.enum(operationIds),
  status: z.int().min(100).max(599).nullable(),
  headers: z.record(z.string(), Seen).default({}),
  body: Seen.exactOptional(),
});

/** Whether a text is of this form: its first line says so. */
export function isNdjson(text: string): boolean {
  return 'shapes' in recordOf(parsed(firstLine(text)));
}

/**
 * What was seen of each operation, as NDJSON: docs/shapes.md describes it. The first line names the form, and the days; then comes a line for
 * each request and answer.
 *
 * @throws {DriftSourceError} when a line is otherwise, or comes twice, or there is none.
 */
export function readNdjson(text: string, place: string): ApiShape {
  const [first = '', ...rest] = text.split(/\r?\n/);
  const { shapes: _, ...days } = check(Head, first, place, 1);
  const operations = new Map<string, OperationShape>();
  for (const [index, line] of rest.entries()) {
    if (line.trim() === '') continue;
    const { operation: id, status, headers, body } = check(Line, line, place, index + 2);
    const { method, path } = table[id];
    const known = operations.get(id) ?? { method, path, parameters: [], responses: {} };
    if (status === null ? known.body : known.responses[status]) {
      const received = `line ${index + 2} repeats ${id} ${status ?? 'request'}`;
      throw new DriftSourceError(place, received, 'Write one line for each.');
    }
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
  if (operations.size === 0)
    throw new DriftSourceError(place, 'it has no line of an operation', 'Record some of /customers.');
  return { source: { kind: 'traffic', place, ...days }, operations: Object.fromEntries(operations) };
}

/** Traffic in the form that {@link readNdjson} reads. */
export function formatNdjson({ source, operations }: ApiShape): string {
  const { from, to } = source.kind === 'traffic' ? source : {};
  const lines: unknown[] = [{ shapes: 1, from, to }];
  for (const [operation, { body, responses }] of Object.entries(operations)) {
    if (body) lines.push({ operation, status: null, body });
    for (const [status, { headers, body }] of Object.entries(responses)) {
      const named = Object.fromEntries(Object.values(headers).map(({ name, kinds }) => [name, kinds]));
      lines.push({ operation, status: Number(status), headers: named, body });
    }
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  line: string,
  place: string,
  number: number,
): z.output<Schema> {
  const { data, error } = schema.safeParse(parsed(line));
  if (data !== undefined) return data;
  const [issue] = error?.issues ?? [];
  const where = issue && issue.path.length > 0 ? ` (${issue.path.join('.')})` : '';
  const received = `line ${number} is no shape: ${issue?.message ?? 'it is no JSON'}${where}`;
  throw new DriftSourceError(place, received, 'Record it anew, or correct the line by docs/shapes.md.', {
    cause: error,
  });
}

function firstLine(text: string): string {
  const end = text.search(/\r?\n/);
  return end === -1 ? text : text.slice(0, end);
}

/** The JSON of a line; `undefined` where it is none. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
