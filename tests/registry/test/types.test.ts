import { join } from 'node:path';

import { describe, expect, inject, test } from 'vitest';

import { compileTypeProject } from '../src/make-type-project.ts';
import { pathOf } from '../src/node-tools.ts';
import { tried } from '../src/tried.ts';
import { impossible, typeKinds, typeProjects } from '../src/type-projects.ts';

test('each value of one kind meets each value of every other kind in some project, where it can be', () => {
  const all = Object.entries(typeKinds).flatMap(([kind, values]) => values.map((value) => ({ kind, value })));
  const pairs = all.flatMap((one) => all.filter(({ kind }) => kind > one.kind).map((other) => [one, other]));
  const met = [...typeProjects, impossible].map((project) => new Map<string, string>(Object.entries(project)));
  const unmet = pairs.filter(
    (pair) => !met.some((project) => pair.every(({ kind, value }) => project.get(kind) === value)),
  );
  expect(pairs).toHaveLength(114);
  expect(unmet).toEqual([]);
});

describe.concurrent('types travel', () => {
  test.each(tried(typeProjects))(
    'into a project with $packageManager, zod $zod, TypeScript $typescript, $moduleResolution and $format',
    async (project) => {
      const folder = join(inject('temporary'), `types-${Object.values(project).join('-').replaceAll(/[ .]/g, '-')}`);
      const said = await compileTypeProject(folder, project, {
        registry: inject('registry'),
        path: pathOf(inject('temporary'), '24'),
      });
      expect(said).toBe('');
    },
  );
});
