import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';

/**
 * The schema of what the consumer reads: any Standard Schema with JSON Schema. zod 4 and arktype are one as they are;
 * a valibot schema is one once wrapped by `toStandardJsonSchema` of `@valibot/to-json-schema`.
 */
export interface ReaderSchema<Input = unknown, Output = Input> {
  readonly '~standard': StandardSchemaV1.Props<Input, Output> & StandardJSONSchemaV1.Props<Input, Output>;
}

/** What a reader's schema makes of a body. */
export type ReaderOutput<Schema extends ReaderSchema> = StandardSchemaV1.InferOutput<Schema>;

/** What a reader's schema takes. */
export type ReaderInput<Schema extends ReaderSchema> = StandardSchemaV1.InferInput<Schema>;
