import { cpSync, globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, inject, test } from 'vitest';
import * as z from 'zod';

import { changeset } from '../src/release.ts';

const Manifest = z.object({ name: z.string(), version: z.string() });

/** The versions of a workspace. */
function versions(workspace: string): Map<string, string> {
  const manifests = globSync(['{packages,apps,tests}/*/package.json', '{docs,checks}/package.json'], {
    cwd: workspace,
  });
  return new Map(
    manifests.map((file) => {
      const { name, version } = Manifest.parse(JSON.parse(readFileSync(join(workspace, file), 'utf8')));
      return [name.replace('@customer-contracts/', ''), version];
    }),
  );
}

/** What a change of the schemas bumps after the first release, in a workspace where every version is as given. */
async function bumpedBy(bump: 'patch' | 'minor', version: string): Promise<Record<string, string>> {
  const workspace = mkdtempSync(join(inject('temporary'), 'versions-'));
  cpSync(inject('workspace'), workspace, {
    recursive: true,
    filter: (path) => !/\/(?:node_modules|dist|src)$/.test(path),
  });
  for (const file of globSync('{packages/*,apps/demo}/package.json', { cwd: workspace })) {
    const path = join(workspace, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"version": "[^"]*"/, `"version": "${version}"`));
  }
  writeFileSync(
    join(workspace, '.changeset/a-change.md'),
    `---\n'@customer-contracts/schemas': ${bump}\n---\n\nA change.\n`,
  );
  const before = versions(workspace);
  await changeset(workspace, 'version');
  return Object.fromEntries([...versions(workspace)].filter(([name, after]) => before.get(name) !== after));
}

test('a release versions the packages and the demo, and nothing else', () => {
  const released = [...versions(inject('workspace'))].filter(([, version]) => version !== '0.0.0');
  const names = released.map(([name]) => name).toSorted();
  expect(names).toEqual([
    'client',
    'command',
    'demo',
    'emulator',
    'fixtures',
    'pact',
    'pact-files',
    'schemas',
    'seed',
    'types',
  ]);
});

test('a patch of the schemas bumps nothing else', async () => {
  expect(await bumpedBy('patch', '0.1.0')).toEqual({ schemas: '0.1.1' });
});

test('below 1.0.0 a minor of the schemas leaves the ranges of all that depend on it, and bumps them by a patch', async () => {
  expect(await bumpedBy('minor', '0.1.0')).toEqual({
    schemas: '0.2.0',
    fixtures: '0.1.1',
    client: '0.1.1',
    command: '0.1.1',
    emulator: '0.1.1',
    'pact-files': '0.1.1',
    pact: '0.1.1',
    seed: '0.1.1',
  });
});

test('from 1.0.0 on a minor of the schemas bumps nothing else', async () => {
  expect(await bumpedBy('minor', '1.0.0')).toEqual({ schemas: '1.1.0' });
});
