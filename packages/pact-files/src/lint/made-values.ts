import type { PactGenerator } from '../document/pact-document.ts';

type Settings = PactGenerator['settings'];

/** Longer than any text that the API takes. */
const longest = 10_000;

/** Values that Pact's core makes, by the name of the generator: both ends of a range, a text of the length. */
const made: Readonly<Record<string, (settings: Settings) => readonly unknown[]>> = {
  RandomInt: ({ min = 0, max = 10 }) => [min, max],
  RandomDecimal: () => [12.5],
  RandomBoolean: () => [true, false],
  RandomString: ({ size = 20 }) => [textOf(size)],
  RandomHexadecimal: ({ digits = 10 }) => [textOf(digits)],
  Uuid: () => ['936da01f-9abd-4d9d-80c7-02af85c822a8'],
  Date: ({ format }) => (format === undefined ? ['2026-01-31'] : []),
  Time: ({ format }) => (format === undefined ? ['09:30:00'] : []),
  DateTime: ({ format }) => (format === undefined ? ['2026-01-31T09:30:00.000+0000'] : []),
  MockServerURL: () => ['http://127.0.0.1:8080/customers'],
};

/** Values that a generator makes; none where only the provider state, or a pattern of its own, decides. */
export function madeValues({ type, settings }: PactGenerator): readonly unknown[] {
  return Object.hasOwn(made, type) ? (made[type]?.(settings) ?? []) : [];
}

function textOf(length: unknown): string {
  return 'a'.repeat(Math.min(Math.max(Number(length) || 0, 0), longest));
}
