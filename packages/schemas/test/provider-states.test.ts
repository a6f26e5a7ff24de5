import { cells, parametersOfRequest, type ProviderState, providerStates } from '@customer-contracts/schemas';
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

test('has a default for whatever the request does not name', () => {
  const ofRequest = new Map<string, string>(parametersOfRequest.map((name) => [name, 'cus_01']));
  for (const [name, { parameters }] of Object.entries<ProviderState>(providerStates)) {
    const named = Object.keys(parameters.shape).filter((parameter) => ofRequest.has(parameter));
    const given = Object.fromEntries(named.map((parameter) => [parameter, ofRequest.get(parameter)]));
    expect(parameters.safeParse(given).success, name).toBe(true);
  }
  expect(providerStates.customerExists.parameters.parse({ id: 'cus_01' })).toEqual({ id: 'cus_01', view: 'complete' });
  expect(providerStates.customersExist.parameters.parse({})).toEqual({ count: 2, view: 'complete' });
});
