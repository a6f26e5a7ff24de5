import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { publishedPackages } from '@customer-contracts/checks/packages';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

import { root } from './code-blocks.ts';

/** What the Agent Skills format asks of the head of a skill. */
const Head = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  description: z.string().min(1).max(1024),
});
const Manifest = z.object({ files: z.array(z.string()) });

/** All but what only commands of ours import. */
const folders = publishedPackages(root)
  .map(({ folder }) => basename(folder))
  .filter((folder) => folder !== 'command');

test.each(folders)('the skill of %s has the name of its folder, is short, and is in the package', (folder) => {
  const text = readFileSync(join(root, 'packages', folder, 'SKILL.md'), 'utf8');
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  expect(Head.parse(parse(head)).name).toBe(folder);
  expect(body).toContain('\n## Traps\n');
  expect(body.split('\n').length).toBeLessThan(60);
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')));
  expect(manifest.files).toContain('SKILL.md');
});
