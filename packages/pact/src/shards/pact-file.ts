import * as z from 'zod';

const interactionShape = {
  type: z.string(),
  description: z.string(),
  key: z.string().optional(),
  pending: z.boolean().optional(),
  comments: z.record(z.string(), z.unknown()).optional(),
  providerStates: z
    .array(z.looseObject({ name: z.string(), params: z.record(z.string(), z.unknown()).optional() }))
    .optional(),
  request: z.looseObject({ method: z.string(), path: z.string() }),
  response: z.looseObject({ status: z.number() }),
};

/** An interaction of a pact file, version 4, over HTTP. Members that are not named here are kept. */
export const PactInteraction = z.looseObject(interactionShape);
/** An interaction of a pact file, version 4, over HTTP. */
export type PactInteraction = z.infer<typeof PactInteraction>;

/** A pact file, version 4. Members that are not named here are kept. */
export const PactFile = z.looseObject({
  consumer: z.looseObject({ name: z.string() }),
  provider: z.looseObject({ name: z.string() }),
  interactions: z.array(PactInteraction),
  metadata: z.record(z.string(), z.unknown()),
});
/** A pact file, version 4. */
export type PactFile = z.infer<typeof PactFile>;
