import { readFile } from 'node:fs/promises';

import * as z from 'zod';

const Interaction = z.looseObject({
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
});
/** An interaction over HTTP as it stands in a pact file, version 4. */
export type PactInteraction = z.infer<typeof Interaction>;

const Pact = z.looseObject({
  consumer: z.looseObject({ name: z.string() }),
  provider: z.looseObject({ name: z.string() }),
  interactions: z.array(Interaction),
  metadata: z.record(z.string(), z.unknown()),
});
/** A pact file, version 4, as it is written: the tests' own reading, apart from the package's. */
export type WrittenPact = z.infer<typeof Pact>;

/** Reads a pact file that has been written. */
export async function readWritten(file: string): Promise<WrittenPact> {
  return Pact.parse(JSON.parse(await readFile(file, 'utf8')));
}
