import { execFileSync } from 'node:child_process';

import * as z from 'zod';

/** The licences that whoever installs a package of ours can live with. */
const allowed = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

const Licences = z.record(z.string(), z.array(z.object({ name: z.string() })));

/** Says which production dependencies of the published packages, at any depth, have another licence. */
export function licenceProblems(root: string): string[] {
  const list = ['licenses', 'list', '--prod', '--json', '--filter', './packages/*'];
  return forbiddenLicences(execFileSync('pnpm', list, { cwd: root, encoding: 'utf8' }));
}

/** The same of what `pnpm licenses list --json` printed. */
export function forbiddenLicences(printed: string): string[] {
  const found = Object.entries(Licences.parse(JSON.parse(printed)));
  if (found.length === 0) return ['pnpm found no production dependency. Install them: pnpm install.'];
  return found
    .filter(([licence]) => !allowed.has(licence))
    .flatMap(([licence, packages]) =>
      packages.map(({ name }) => `${name} has the licence ${licence}, which is not allowed.`),
    );
}
