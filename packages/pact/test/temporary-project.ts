import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';

/** A new directory from which `@customer-contracts/pact`, vitest and zod can be imported. */
export async function temporaryProject(name: string): Promise<string> {
  const projects = join(import.meta.dirname, '..', '.vitest', 'projects');
  await mkdir(projects, { recursive: true });
  return mkdtemp(join(projects, `${name}-`));
}
