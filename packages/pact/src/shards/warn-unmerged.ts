import { relative } from 'node:path';

let hasWarned = false;

/**
 * Tells, once, whoever runs vitest or jest without the plugin and without the command that no pact file comes of it: the
 * run is green, and nothing else would say so.
 */
export function warnUnmerged(shards: string): void {
  const { VITEST, JEST_WORKER_ID } = process.env;
  const remedy = VITEST
    ? "Add customerPactPlugin() to vitest's plugins, or run customer-pact merge"
    : 'Run customer-pact merge';
  if (hasWarned || !(VITEST || JEST_WORKER_ID)) return;
  hasWarned = true;
  // Not the console, to which both runners add lines of their own.
  process.stderr.write(
    `customer-pact: no pact file is written, interactions are kept in ${relative(process.cwd(), shards)}. ${remedy}.\n`,
  );
}
