import type { StandardSchemaV1 } from '@standard-schema/spec';

import type { ReaderSchema } from './reader-schema.ts';

/** What a reader's schema makes of a body, or why it refuses it. */
export type ReadBody =
  | { readonly isAccepted: true; readonly value: unknown }
  | { readonly isAccepted: false; readonly member: string; readonly message: string };

/** Reads a body with a schema, each element of a list on its own. Without a schema the body is read as it is. */
export async function readBody(schema: ReaderSchema | undefined, body: unknown): Promise<ReadBody> {
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

async function readOne(schema: ReaderSchema, body: unknown): Promise<ReadBody> {
  const result = await schema['~standard'].validate(body);
  const [issue] = result.issues ?? [];
  if (issue !== undefined)
    return { isAccepted: false, member: pathOf(issue), message: `${pathOf(issue)}: ${issue.message}` };
  return { isAccepted: true, value: 'value' in result ? result.value : undefined };
}

/** The path of an issue, dotted, with indices. */
export function pathOf({ path = [] }: StandardSchemaV1.Issue): string {
  return path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
}
