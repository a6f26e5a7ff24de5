import { cells, providerStates } from '@customer-contracts/schemas';
import { expect, test } from 'vitest';

const states = Object.entries(providerStates);

test('brings about every cell', () => {
  const covered = new Set<string>(states.flatMap(([, { cells }]) => cells));
  expect(cells.filter((cell) => !covered.has(cell))).toEqual([]);
});

test('names each state by one sentence', () => {
  const sentences = states.map(([, { sentence }]) => sentence);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('describes customers complete or bare, by id', () => {
  const { parameters } = providerStates.customerExists;
  expect(parameters.safeParse({ id: 'cus_01', view: 'bare' }).success).toBe(true);
  expect(parameters.safeParse({ id: 'cus_01', view: 'some' }).success).toBe(false);
  expect(parameters.safeParse({ id: 'a/b', view: 'bare' }).success).toBe(false);
  expect(parameters.safeParse({ id: 'cus_01', view: 'bare', other: 1 }).success).toBe(false);
});
