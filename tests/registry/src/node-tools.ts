import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { run } from './run.ts';

/** Installs a major version of Node with npm and pnpm, all from the npm registry. Gives the PATH that finds them. */
export async function nodeTools(folder: string, node: string): Promise<string> {
  const tools = join(folder, `node-${node}`);
  mkdirSync(tools, { recursive: true });
  await run('npm', ['install', '--prefix', tools, '--no-audit', '--no-fund', `node@${node}`, 'npm@11', 'pnpm@12'], {
    cwd: tools,
  });
  return `${join(tools, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`;
}
