import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const self = join(import.meta.dirname, '..');

/** A new package, of ES modules, from which `@customer-contracts/pact`, vitest and zod can be imported. */
export async function temporaryProject(name: string): Promise<string> {
  const projects = join(self, '.vitest', 'projects');
  await mkdir(projects, { recursive: true });
  const root = await mkdtemp(join(projects, `${name}-`));
  await writeFile(join(root, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  await mkdir(join(root, 'node_modules', '@customer-contracts'), { recursive: true });
  await symlink(self, join(root, 'node_modules', '@customer-contracts', 'pact'), 'dir');
  return root;
}
