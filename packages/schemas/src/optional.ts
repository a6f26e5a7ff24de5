import * as z from 'zod';

/** The schemas of these members, each of which an answer may leave out. None of them is `undefined`: JSON has no such value. */
export type LeftOutOfAnswer<Shape extends z.core.$ZodLooseShape> = {
  [Name in keyof Shape]: z.ZodExactOptional<Shape[Name]>;
};

/** The schemas of these members, each of which a writer may leave out, also by `undefined`, which JSON leaves out. */
export type LeftOutOfRequest<Shape extends z.core.$ZodLooseShape> = {
  [Name in keyof Shape]: z.ZodOptional<Shape[Name]>;
};

/** Makes the members of an answer out of those that an answer and a request have in common. */
export function leftOutOfAnswer<Shape extends z.core.$ZodShape>(shape: Shape): LeftOutOfAnswer<Shape> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A mapped type, member by member.
  return each(shape, (member) => z.exactOptional(member)) as LeftOutOfAnswer<Shape>;
}

/** Makes the members of a request out of those that an answer and a request have in common. */
export function leftOutOfRequest<Shape extends z.core.$ZodShape>(shape: Shape): LeftOutOfRequest<Shape> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A mapped type, member by member.
  return each(shape, (member) => z.optional(member)) as LeftOutOfRequest<Shape>;
}

function each(shape: z.core.$ZodShape, change: (member: z.core.$ZodType) => z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(shape).map(([name, member]) => [name, change(member)]));
}

/** Whether a member may be left out, in an answer or by a writer. zod's classes for the two have nothing in common. */
export function isOptional(schema: z.core.$ZodType): schema is z.ZodOptional | z.ZodExactOptional {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;
}
