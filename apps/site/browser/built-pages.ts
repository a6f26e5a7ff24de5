import { globSync } from 'node:fs';

import { output } from '../src/places.ts';

/** The address of every page that was built, below the site's own. */
export const builtPages: readonly string[] = globSync('**/*.html', { cwd: output })
  .filter((file) => file !== '404.html')
  .toSorted()
  .map((file) => `/${file}`);

/** Runs a task for each of many, so many at once. */
export async function inParallel<Each>(
  all: readonly Each[],
  atOnce: number,
  task: (each: Each) => Promise<void>,
): Promise<void> {
  const left = all.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const each of left) await task(each);
    }),
  );
}
