import { type JsonSchema, otherKeywords } from './json-schema.ts';

/** A difference between two descriptions of one thing. */
export interface Difference {
  /** Where: `GET /customers 200 body[].email`. */
  readonly path: string;
  readonly what: string;
  /** Whether someone who keeps to the old description may fail. */
  readonly isBreaking: boolean;
}

/** What is compared: which way the value goes, and where the `$ref`s of both documents lead. */
export interface Comparison {
  readonly path: string;
  readonly direction: 'request' | 'response';
  readonly resolve: { readonly before: (ref: string) => JsonSchema; readonly after: (ref: string) => JsonSchema };
  /** The `$ref`s that are under way, so that a schema that refers to itself comes to an end. */
  readonly seen: readonly string[];
}

/**
 * Compares two schemas. In a request it breaks the caller when fewer values are allowed than before; in a response it breaks the
 * reader when more values may come. A member that comes or goes is a matter of its own: readers ignore what they don't know.
 */
export function schemaChanges(old: JsonSchema, current: JsonSchema, comparison: Comparison): Difference[] {
  const { path, direction, resolve, seen } = comparison;
  if (old.$ref !== undefined && current.$ref !== undefined && seen.includes(old.$ref)) return [];
  const refs = old.$ref === undefined ? seen : [...seen, old.$ref];
  const before = old.$ref === undefined ? old : resolve.before(old.$ref);
  const after = current.$ref === undefined ? current : resolve.after(current.$ref);
  const inside = (name: string): Comparison => ({ ...comparison, path: path + name, seen: refs });

  const narrows = (what: string): Difference => ({ path, what, isBreaking: direction === 'request' });
  const widens = (what: string): Difference => ({ path, what, isBreaking: direction === 'response' });
  const alternatives = (name: string, from?: readonly string[], to?: readonly string[]): Difference[] => {
    if (from === undefined && to === undefined) return [];
    if (from === undefined) return [narrows(`may be ${name} ${to?.join(', ')} only`)];
    if (to === undefined) return [widens(`may be more than ${name} ${from.join(', ')}`)];
    return [
      ...from.filter((each) => !to.includes(each)).map((each) => narrows(`is no longer ${name} ${each}`)),
      ...to.filter((each) => !from.includes(each)).map((each) => widens(`may be ${name} ${each}`)),
    ];
  };
  const bound = (name: 'maximum' | 'maxLength' | 'maxItems' | 'minimum' | 'minLength' | 'minItems'): Difference[] => {
    const none = name.startsWith('max') ? Infinity : -Infinity;
    const [from, to] = [before[name] ?? none, after[name] ?? none];
    if (from === to) return [];
    const what = `has ${name} ${to}, which was ${from}`;
    return [name.startsWith('max') === to < from ? narrows(what) : widens(what)];
  };
  const rule = (name: 'format' | 'pattern'): Difference[] => {
    const [from, to] = [before[name], after[name]];
    return from === to
      ? []
      : [
          ...(to === undefined ? [] : [narrows(`has the ${name} ${to}`)]),
          ...(from === undefined ? [] : [widens(`has no longer the ${name} ${from}`)]),
        ];
  };
  const members = Object.entries(after.properties);
  return [
    ...alternatives('of type', typesOf(before), typesOf(after)),
    ...alternatives('the value', valuesOf(before), valuesOf(after)),
    ...bound('minimum'),
    ...bound('maximum'),
    ...bound('minLength'),
    ...bound('maxLength'),
    ...bound('minItems'),
    ...bound('maxItems'),
    ...rule('format'),
    ...rule('pattern'),
    ...otherChanges(before, after).map((keyword) => ({ path, what: `has another ${keyword}`, isBreaking: true })),
    ...after.required.filter((name) => !before.required.includes(name)).map((name) => narrows(`must have ${name}`)),
    ...before.required
      .filter((name) => !after.required.includes(name) && name in after.properties)
      .map((name) => widens(`may lack ${name}`)),
    ...presenceChanges(path, 'the member', Object.keys(before.properties), Object.keys(after.properties)),
    ...members.flatMap(([name, member]) => {
      const was = before.properties[name];
      return was === undefined ? [] : schemaChanges(was, member, inside(`.${name}`));
    }),
    ...openness(before, after).map((what) => (after.additionalProperties === false ? narrows(what) : widens(what))),
    ...both(before.additionalProperties, after.additionalProperties).flatMap(([from, to]) =>
      schemaChanges(from, to, inside('.*')),
    ),
    ...both(before.items, after.items).flatMap(([from, to]) => schemaChanges(from, to, inside('[]'))),
    ...branches(before, after).flatMap(([from, to], index) => schemaChanges(from, to, inside(`|${index}`))),
    ...(before.anyOf?.length === after.anyOf?.length
      ? []
      : alternatives('one of', before.anyOf?.map(asText), after.anyOf?.map(asText))),
  ];
}

/** What went, which breaks everyone who used it, and what came, which breaks nobody. */
export function presenceChanges(
  path: string,
  what: string,
  before: readonly string[],
  after: readonly string[],
): Difference[] {
  return [
    ...before
      .filter((each) => !after.includes(each))
      .map((each) => ({ path, what: `has lost ${what} ${each}`, isBreaking: true })),
    ...after
      .filter((each) => !before.includes(each))
      .map((each) => ({ path, what: `has got ${what} ${each}`, isBreaking: false })),
  ];
}

const asText = (value: unknown): string => JSON.stringify(value) ?? 'undefined';
const typesOf = ({ type }: JsonSchema): readonly string[] | undefined => (typeof type === 'string' ? [type] : type);
const valuesOf = (schema: JsonSchema): readonly string[] | undefined =>
  schema.const === undefined ? schema.enum?.map(asText) : [asText(schema.const)];

const openness = (before: JsonSchema, after: JsonSchema): string[] =>
  (before.additionalProperties === false) === (after.additionalProperties === false)
    ? []
    : [after.additionalProperties === false ? 'may have no other members' : 'may have other members'];

/** The keywords that differ and whose meaning is not known here. */
function otherChanges(before: JsonSchema, after: JsonSchema): string[] {
  const [from, to] = [otherKeywords(before), otherKeywords(after)];
  return [...new Set([...from.keys(), ...to.keys()])].filter((keyword) => from.get(keyword) !== to.get(keyword));
}

/** The two, where both are schemas. */
const both = (from?: boolean | JsonSchema, to?: boolean | JsonSchema): [JsonSchema, JsonSchema][] =>
  typeof from === 'object' && typeof to === 'object' ? [[from, to]] : [];

/** The alternatives side by side, where there are as many as there were. */
const branches = (before: JsonSchema, after: JsonSchema): [JsonSchema, JsonSchema][] =>
  before.anyOf?.length === after.anyOf?.length
    ? (before.anyOf ?? []).flatMap((from, index) => both(from, after.anyOf?.[index]))
    : [];
