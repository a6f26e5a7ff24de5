import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { shownInOrder } from '@customer-contracts/docs/shown-in-order';
import { describe, expect, inject, test } from 'vitest';
import * as z from 'zod';

import { makeProject } from '../src/make-project.ts';
import { pathOf } from '../src/node-tools.ts';
import { kinds, projects } from '../src/projects.ts';
import { programs } from '../src/readme.ts';
import { tried } from '../src/tried.ts';

const Pact = z.object({ interactions: z.array(z.object({ description: z.string() })) });

test('each value of one kind meets each value of every other kind in some project', () => {
  const all = Object.entries(kinds).flatMap(([kind, values]) => values.map((value) => ({ kind, value })));
  const pairs = all.flatMap((one) => all.filter(({ kind }) => kind > one.kind).map((other) => [one, other]));
  const met = projects.map((project) => new Map<string, string>(Object.entries(project)));
  const unmet = pairs.filter(
    (pair) => !met.some((project) => pair.every(({ kind, value }) => project.get(kind) === value)),
  );
  expect(pairs).toHaveLength(87);
  expect(unmet).toEqual([]);
});

describe.concurrent('the examples of the READMEs', () => {
  test.each(tried(projects))(
    'work with Node $node, $packageManager, TypeScript $typescript, $moduleResolution and $runner',
    async (project) => {
      const folder = join(inject('temporary'), Object.values(project).join('-').replaceAll(/[ :]/g, '-'));
      mkdirSync(folder);
      const made = await makeProject(folder, project, {
        registry: inject('registry'),
        path: pathOf(inject('temporary'), project.node),
      });
      for (const [name, code] of Object.entries(programs)) {
        const printed = (await made.runProgram(name)).split('\n').filter((line) => line.trim() !== '');
        expect(shownInOrder(printed, code), name).toEqual(printed);
      }
      expect(await made.runContractTest()).toContain('3 interactions, written');
      expect(
        Pact.parse(JSON.parse(readFileSync(made.pact, 'utf8'))).interactions.map(({ description }) => description),
      ).toEqual([
        'get a customer: 200, bare, reading email, id',
        'get a customer: 200, complete, reading email, id',
        'get a customer: 404',
      ]);
    },
  );
});
