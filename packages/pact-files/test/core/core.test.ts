import { afterAll, expect, test } from 'vitest';

import { knownDifferences } from './known-differences.ts';
import { ready, suites } from './suites.ts';

const figures: string[] = [];

afterAll(() => console.log(figures.join('\n')));

test.each(suites)('lint says of $name what Pact says', async ({ name, sizes: [, many], compare }) => {
  await ready;
  const seed = Number(process.env['CORE_SEED'] ?? 20_261_130);
  const compared = await compare(many, seed);
  const known = new Set(knownDifferences.map(({ words }) => words));
  const different = compared.flatMap(({ words, core, lint }) => {
    const said = lint();
    return said === core ? [] : [{ words, core, lint: said }];
  });
  const unknown = different.filter(({ words }) => !known.has(words));
  const [agreed, listed] = [compared.length - different.length, different.length - unknown.length];
  figures.push(`${name}: ${compared.length} cases, ${agreed} agree, ${listed} listed differences (seed=${seed})`);
  expect(unknown).toEqual([]);
});
