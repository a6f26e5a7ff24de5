import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { run } from './run.ts';

const toolsOf = (temporary: string, node: string): string => join(temporary, `node-${node}`);

/** Installs a version of Node with npm and pnpm, all from the npm registry. */
export async function installNode(temporary: string, node: string): Promise<void> {
  const cwd = toolsOf(temporary, node);
  mkdirSync(cwd);
  await run('npm', ['install', '--prefix', cwd, '--no-audit', '--no-fund', `node@${node}`, 'npm@11', 'pnpm@12'], {
    cwd,
  });
}

/** The PATH that finds an installed version first. */
export const pathOf = (temporary: string, node: string): string =>
  `${toolsOf(temporary, node)}/node_modules/.bin:${process.env['PATH'] ?? ''}`;
