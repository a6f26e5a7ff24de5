import { inspect } from 'node:util';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { findLeaks } from './find-leaks.ts';
import { send } from './send.ts';
import { type TemporaryPacts, temporaryPacts } from './temporary-pacts.ts';
import { type Place, type Shape, shapes } from './thrown-shapes.ts';

const key = 'leaks-env/3f+9"\\c=7~leaks';
const password = "leaks pa55<&>wörd'leaks";
const sent = 'leaks-sent-4d81b6a2-leaks';

let pacts: TemporaryPacts;
beforeAll(async () => {
  vi.stubEnv('BILLING_API_KEY', key);
  vi.stubEnv('proxyPassword', password);
  pacts = await temporaryPacts();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await pacts[Symbol.asyncDispose]();
});

/** What a shape throws, and what comes out of the test that throws it. */
async function throwing(
  name: string,
  shape: Shape,
): Promise<{ readonly thrown: unknown; readonly before: string; readonly caught: unknown }> {
  let thrown: unknown;
  let before = '';
  const run = pacts.pact.getCustomer({ id: 'cus_01' }).test(async (mock) => {
    await send('getCustomer', { id: 'cus_01' }, mock);
    const place: Place = { baseUrl: mock.baseUrl, key, password, sent };
    thrown = await shape(place);
    before = wide.test(name) ? key : seen(thrown);
    if (name.includes('was sent')) await send('getCustomer', { id: 'none' }, { ...mock, apiKey: sent });
    throw thrown;
  });
  try {
    await run();
  } catch (caught) {
    return { thrown, before, caught };
  }
  throw new Error('It throws nothing.');
}

/** Everything that can be seen of a value, by whoever prints it. */
function seen(value: unknown): string {
  const texts = [
    () => inspect(value, { depth: 6, showHidden: true, getters: true }),
    () => inspect(value, { depth: 6, showProxy: true }),
    () => JSON.stringify(value),
    () => String(value),
    () => String(Reflect.get(Object(value), 'message')),
    () => String(Reflect.get(Object(value), 'stack')),
  ];
  return texts
    .map((text) => {
      try {
        return text();
      } catch (error) {
        return String(error);
      }
    })
    .join('\n');
}

/** What holds the runner itself, at which nobody looks before it is scrubbed. */
const wide = /the global object|the process/;

/** What lets nobody change it: another object of the same class takes its place. */
const replaced =
  /ZodError|frozen error|frozen object|that takes no members|only be read|lets nobody look|a proxy of an error|a proxy that answers with it|(text|symbol|map), thrown/;

test.each([...shapes])('shows no key: %s', async (name, shape) => {
  const { thrown, before, caught } = await throwing(name, shape);

  expect(findLeaks(before)).not.toEqual([]);
  expect(findLeaks(seen(caught))).toEqual([]);
  const own: unknown = caught instanceof Error && caught.name === 'MismatchError' ? caught.cause : caught;
  expect(own === thrown).toBe(!replaced.test(name));
  expect(classOf(own)).toBe(classOf(thrown));
});

/** What a value is an instance of; that of one which nobody can look into is a text. */
function classOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Reflect.getPrototypeOf(value) : typeof value;
}

test('has a hundred shapes', () => {
  expect(shapes.size).toBeGreaterThanOrEqual(100);
});
