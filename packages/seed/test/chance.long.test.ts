import { customerFixtures } from '@customer-contracts/fixtures';
import { seedIds } from '@customer-contracts/seed';
import { expect, test } from 'vitest';

const count = 20_000;

/** Whether each customer of a seed is another one's duplicate: then it has no id of the fixtures. */
async function duplicatesOf(seed: number, duplicates: number): Promise<boolean[]> {
  const { responses } = customerFixtures({ seed });
  const ids = await Array.fromAsync(seedIds({ count, seed, duplicates }));
  return ids.map((id, index) => id !== responses.at(index).id);
}

function shareOf(drawn: readonly boolean[]): number {
  return drawn.filter(Boolean).length / drawn.length;
}

test('nobody is a duplicate at 0; at 1 all are, but the first of each 1,024', async () => {
  expect(shareOf(await duplicatesOf(1, 0))).toBe(0);
  const originals = (await duplicatesOf(1, 1)).flatMap((isDuplicate, index) => (isDuplicate ? [] : [index]));
  expect(originals).toEqual(Array.from({ length: Math.ceil(count / 1024) }, (_, row) => row * 1024));
});

test.each([
  [1, 0.05],
  [42, 0.5],
  [2 ** 32, 0.2],
  [Number.MAX_SAFE_INTEGER, 0.9],
])('of seed %d, a share of %d is drawn, in every stretch', async (seed, share) => {
  const drawn = await duplicatesOf(seed, share);
  const stretches = [drawn, drawn.slice(0, count / 2), drawn.slice(count / 2)];
  // By parity, too: a weak generator alternates.
  stretches.push(drawn.filter((_, index) => index % 2 === 0));
  for (const stretch of stretches) expect(Math.abs(shareOf(stretch) - share)).toBeLessThan(deviation(share));
});

test('each draw is one of its own: of the one before it, and of that of another seed', async () => {
  const drawn = await duplicatesOf(1, 0.5);
  const after = drawn.map((isDuplicate, index) => isDuplicate === (drawn[index - 1] ?? false));
  expect(Math.abs(shareOf(after) - 0.5)).toBeLessThan(deviation(0.5));
  for (const seed of [2, 2 ** 32 + 1, 3 * 2 ** 32]) {
    const others = await duplicatesOf(seed, 0.5);
    const alike = drawn.map((isDuplicate, index) => isDuplicate === others[index]);
    expect(Math.abs(shareOf(alike) - 0.5)).toBeLessThan(deviation(0.5));
  }
});

/** Four standard deviations of the share in half of the draws. */
function deviation(share: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / (count / 2)) + 1 / 1024;
}
