import { globSync } from 'node:fs';

import { output } from '../src/places.ts';

/** The address of every page that was built, below the site's own. */
export const builtPages: readonly string[] = globSync('**/*.html', { cwd: output })
  .filter((file) => file !== '404.html')
  .toSorted()
  .map((file) => `/${file}`);

/** Does a task for each of many, with each of some workers at once. */
export async function inParallel<Each, Worker>(
  all: readonly Each[],
  workers: readonly Worker[],
  task: (each: Each, worker: Worker) => Promise<void>,
): Promise<void> {
  const left = all.values();
  await Promise.all(
    workers.map(async (worker) => {
      for (const each of left) await task(each, worker);
    }),
  );
}
