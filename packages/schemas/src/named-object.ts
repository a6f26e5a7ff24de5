import type * as z from 'zod';

/**
 * The schema of an object whose type has a name: an editor, an error and a declaration show that name in the place of all members.
 * `Type` has to be what zod infers from the shape, or this doesn't compile.
 */
export interface NamedObject<
  Shape extends z.core.$ZodLooseShape,
  Config extends z.core.$ZodObjectConfig,
  Type extends z.core.$InferObjectOutput<Shape, Config['out']> & z.core.$InferObjectInput<Shape, Config['in']>,
> extends z.ZodObject<Shape, Config> {
  /** What zod keeps of it. */
  readonly _zod: NamedInternals<Shape, Config, Type>;
}

/** What zod keeps of such a schema. */
export interface NamedInternals<
  Shape extends z.core.$ZodLooseShape,
  Config extends z.core.$ZodObjectConfig,
  Type extends z.core.$InferObjectOutput<Shape, Config['out']> & z.core.$InferObjectInput<Shape, Config['in']>,
> extends z.core.$ZodObjectInternals<Shape, Config> {
  /** What it gives. */
  output: Type;
  /** What it takes. */
  input: Type;
}
