import { expect, test } from 'vitest';

import { fragileConsumers } from './consumers/fragile.ts';
import { soundConsumers } from './consumers/sound.ts';
import { faultsOf, mutated } from './mutation-runs.ts';

test.each(fragileConsumers)('names the one that $name', async ({ test: consumer, fault }) => {
  const record = await mutated(consumer);

  expect(new Set(faultsOf(record))).toEqual(new Set([`${fault.kind}: ${fault.changes.join(' and ')}`]));
});

test.each(soundConsumers)('invents nothing about the one that $name', async ({ test: consumer }) => {
  const record = await mutated(consumer);

  expect(faultsOf(record)).toEqual([]);
  expect(record.stateful).toBeUndefined();
  expect(record.mutations.filter(({ outcome }) => outcome === 'survived').length).toBeGreaterThan(0);
});
