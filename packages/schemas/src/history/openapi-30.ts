import { isObject } from '../shapes/is-object.ts';

/** What OpenAPI 3.1 says in the words of 3.0: null, constants, examples, and what stands beside a reference. */
export function openapi30(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openapi30);
  if (!isObject(value)) return value;
  const all = Object.entries(value);
  return Object.fromEntries(
    all.flatMap(([name, each]): readonly (readonly [string, unknown])[] => {
      if (name === 'type' && each === 'null') return [['type', 'object'], nullable, ['enum', [null]]];
      if (name === 'type' && Array.isArray(each)) return [[name, each.find((type) => type !== 'null')], nullable];
      if (name === 'const' && !isObject(each)) return [['enum', [each]]];
      if (name === 'examples' && Array.isArray(each)) return [['example', each[0]]];
      if (name === '$ref' && all.length > 1) return [['allOf', [{ $ref: each }]]];
      return [[name, openapi30(each)]];
    }),
  );
}

const nullable = ['nullable', true] as const;
