import { JsonSchema } from '@customer-contracts/pact-files/internal';

import { ReaderError } from './reader-error.ts';
import type { ReaderSchema } from './reader-schema.ts';

/** What each library is told so that a construct that JSON Schema lacks (a date, say) becomes "anything", not an error. */
const libraryOptions: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  zod: { unrepresentable: 'any' },
  arktype: { fallback: ({ base }: { base: unknown }) => base },
};

const known = new WeakMap<ReaderSchema, JsonSchema>();

/**
 * The JSON Schema of what a reader's schema takes, before its transforms, defaults and coercions.
 *
 * @throws {ReaderError} when the schema can't be turned into JSON Schema.
 */
export function readerJsonSchema(schema: ReaderSchema): JsonSchema {
  const json = known.get(schema) ?? convert(schema);
  known.set(schema, json);
  return json;
}

function convert(schema: ReaderSchema): JsonSchema {
  const { vendor, jsonSchema } = schema['~standard'];
  if (typeof jsonSchema?.input !== 'function') throw new ReaderError(`${FAILED}: it has none. ${adviceFor(vendor)}`);
  try {
    const options = libraryOptions[vendor];
    return JsonSchema.parse(
      jsonSchema.input({ target: 'draft-2020-12', ...(options === undefined ? {} : { libraryOptions: options }) }),
    );
  } catch (cause) {
    const received = cause instanceof Error ? cause.message : String(cause);
    throw new ReaderError(
      `${FAILED}: ${received}. Describe what comes over the wire (text, numbers, objects) and transform it afterwards.`,
      '',
      undefined,
      { cause },
    );
  }
}

const FAILED = 'Failed to read the JSON Schema of the schema handed to reads';

function adviceFor(vendor: string): string {
  if (vendor === 'valibot') return 'Wrap it: toStandardJsonSchema(schema) of @valibot/to-json-schema.';
  if (vendor === 'zod') return 'Import from zod, not from zod/mini, or hand in a schema of zod 4.3 or later.';
  return `Hand in a Standard Schema with JSON Schema, such as one of zod 4 or arktype; ${vendor} gives none.`;
}
