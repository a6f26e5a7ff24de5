import * as z from 'zod';

import type { BodyPath } from '../document/pact-document.ts';

/** What a schema has against a value at one place. */
export interface PlacedIssue {
  readonly issue: z.core.$ZodIssue;
  readonly path: BodyPath;
}

/** What a schema has against a value: the first reason at each place, and members that it does not know. */
export function issuesOf(schema: z.core.$ZodType, value: unknown): readonly PlacedIssue[] {
  const placed = (z.safeParse(schema, value).error?.issues ?? []).map((issue) => ({
    issue,
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  }));
  const keyOf = ({ issue, path }: PlacedIssue) => JSON.stringify([path, issue.code === 'unrecognized_keys']);
  const firsts = new Set<string>();
  return placed.filter((each) => {
    const key = keyOf(each);
    const isFirst = !firsts.has(key);
    firsts.add(key);
    return isFirst;
  });
}
