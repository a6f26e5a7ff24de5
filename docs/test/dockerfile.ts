import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import * as z from 'zod';

import { root } from './code-blocks.ts';

const Report = z.array(z.object({ title: z.string(), line: z.union([z.int(), z.string()]) }));
const Linter = z.object({
  run: z.custom<(folder: string, content: string, rules: object) => unknown>((value) => typeof value === 'function'),
});
const require = createRequire(import.meta.url);
const { run } = Linter.parse(require('dockerfilelint'));

/** The Dockerfile of a folder, from the root of the repository. */
export function dockerfileOf(place: string) {
  const folder = join(root, place);
  const text = readFileSync(join(folder, 'Dockerfile'), 'utf8');
  return {
    text,
    /** What a linter says of it, or of one that stands in its place. */
    problemsOf: (content: string) => Report.parse(run(folder, content, {})),
    /** The value of an instruction that is written as a list: as the first process of the container gets it, without a shell. */
    listOf: (instruction: RegExp): string[] => z.array(z.string()).parse(JSON.parse(instruction.exec(text)?.[1] ?? '')),
  };
}
