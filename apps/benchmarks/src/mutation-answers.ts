import { readFileSync, writeFileSync } from 'node:fs';

import * as z from 'zod';

/** An answer that a consumer got under mutation. */
const Answer = z.object({ id: z.string(), status: z.int(), contentType: z.string(), body: z.string() });
export type Answer = z.infer<typeof Answer>;

/** The answers that tests were tried on, and how long that took, in seconds. */
const Trial = z.object({ seconds: z.number(), answers: z.array(Answer) });
export type Trial = z.infer<typeof Trial>;

export function readTrial(file: string): Trial {
  return Trial.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function writeTrial(file: string, trial: Trial): void {
  writeFileSync(file, JSON.stringify(trial));
}
