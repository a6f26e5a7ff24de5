import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { mutate } from '../mutations/mutate.ts';
import { sdkPage, sdkPageFile } from '../mutations/sdk-page.ts';

test('Lead Desk survives every answer that the API documents, and its tests notice each member that it reads', async () => {
  const { mutations, score } = await mutate('vitest.contract.config.ts', 'contract/lead-desk');

  expect(mutations.filter(({ outcome }) => outcome !== 'survived')).toEqual([]);
  expect(score).toEqual({ tolerance: 1, sensitivity: 1, refusal: 1 });
  expect(mutations.length).toBeGreaterThan(500);
}, 300_000);

test('the page about the official SDK says what is found today', async () => {
  expect(readFileSync(sdkPageFile, 'utf8')).toBe(await sdkPage());
}, 300_000);
