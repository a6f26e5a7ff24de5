import { isRecord } from '@customer-contracts/pact-files/internal';
import type { StandardSchemaV1 } from '@standard-schema/spec';

import type { ReaderSchema } from './reader-schema.ts';

/** A body that a reader's schema accepts. */
export interface AcceptedBody {
  readonly isAccepted: true;
  /** What the schema makes of it. */
  readonly value: unknown;
}

/** A body that a reader's schema refuses. */
export interface RefusedBody {
  readonly isAccepted: false;
  /** The path of the member that is to blame; empty for the whole body. */
  readonly member: string;
  /** The library's own words. */
  readonly message: string;
  /** The value of that member; `undefined` where it is absent. */
  readonly value: unknown;
}

/** Reads a body with a schema, each element of a list on its own. Without a schema the body is read as it is. */
export async function readBody(schema: ReaderSchema | undefined, body: unknown): Promise<AcceptedBody | RefusedBody> {
  if (schema === undefined) return { isAccepted: true, value: body };
  if (!Array.isArray(body)) return readOne(schema, body);
  const read = await Promise.all(body.map((element) => readOne(schema, element)));
  return (
    read.find(({ isAccepted }) => !isAccepted) ?? {
      isAccepted: true,
      value: read.flatMap((each) => (each.isAccepted ? [each.value] : [])),
    }
  );
}

async function readOne(schema: ReaderSchema, body: unknown): Promise<AcceptedBody | RefusedBody> {
  const result = await validate(schema, body);
  const [issue] = result.issues ?? [];
  if (issue === undefined) return { isAccepted: true, value: 'value' in result ? result.value : undefined };
  const keys = keysOf(issue);
  return { isAccepted: false, member: keys.join('.'), message: issue.message, value: valueAt(body, keys) };
}

/** A schema that throws, as a transform may, refuses. */
async function validate(schema: ReaderSchema, body: unknown): Promise<StandardSchemaV1.Result<unknown>> {
  try {
    return await schema['~standard'].validate(body);
  } catch (error) {
    return { issues: [{ message: `it throws: ${error instanceof Error ? error.message : String(error)}` }] };
  }
}

function keysOf({ path = [] }: StandardSchemaV1.Issue): readonly string[] {
  return path.map((part) => String(typeof part === 'object' ? part.key : part));
}

function valueAt(body: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return body;
  if (Array.isArray(body)) return valueAt(body[Number(key)], rest);
  return isRecord(body) ? valueAt(body[key], rest) : undefined;
}
