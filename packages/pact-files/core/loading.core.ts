import { expect, test } from 'vitest';

import { listedReasons, loadingDifferences } from './loading-differences.ts';
import { mutatedOften, mutatedOnce } from './mutated-pacts.ts';

const seed = 20_261_130;

test('reads pact files as the core does, whatever stands at a member', async () => {
  const pacts = [...mutatedOnce(), ...mutatedOften(3000, seed)];

  const { different, known } = await loadingDifferences(pacts);

  console.log(
    `loading: ${pacts.length} files, ${pacts.length - known.length} agree, ${known.length} listed differences`,
  );
  expect(pacts.length).toBeGreaterThan(4000);
  expect(different).toEqual([]);
  // What is listed and agrees has no reason to be listed.
  expect(new Set(known)).toEqual(new Set(listedReasons));
});
