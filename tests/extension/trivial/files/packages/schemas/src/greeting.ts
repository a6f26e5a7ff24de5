import * as z from 'zod';

/** A schema that the API does not have. */
export const Greeting = z.object({ hello: z.string() });
export type Greeting = z.infer<typeof Greeting>;
