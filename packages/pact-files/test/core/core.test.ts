import { afterAll, expect, test } from 'vitest';

import { knownDifferences } from './known-differences.ts';
import { ready, suites } from './suites.ts';

const seed = Number(process.env['CORE_SEED'] ?? 20_261_130);
const figures: string[] = [];
let [cases, agreed] = [0, 0];

afterAll(() => {
  const sum = `seed=${seed}: ${cases} cases, ${agreed} agree, ${knownDifferences.length} listed differences`;
  console.log([...figures, sum].join('\n'));
});

test.each(suites)('lint says of $name what Pact says', async ({ name, sizes: [, many], compare }) => {
  await ready;
  const compared = await compare(many, seed);
  const different = compared.flatMap(({ words, core, lint }) => {
    const said = lint();
    return said === core ? [] : [{ words, core, lint: said }];
  });
  figures.push(`${name}: ${compared.length} cases, ${compared.length - different.length} agree`);
  cases += compared.length;
  agreed += compared.length - different.length;
  expect(different).toEqual([]);
});
