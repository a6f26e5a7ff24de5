import { isList, isRecord, type JsonSchema } from '@customer-contracts/pact-files/internal';
import { shown } from '@customer-contracts/schemas/internal';
import type { Kind, Kinds } from '@customer-contracts/schemas/shapes';

import { exampleAt } from './example-of.ts';

/** A body as a document has it. */
export interface FittedBody {
  readonly body: unknown;
  /** What had to change, each member once. */
  readonly changes: readonly BodyChange[];
}

/** What had to change at a member: `email`, `is absent`. */
export interface BodyChange {
  readonly member: string;
  readonly claim: string;
}

/** How a body is made to fit. */
export interface FitOptions {
  /** What the document says. */
  readonly kinds: Kinds;
  /** What the table says: what it doesn't have either, a custom field, is left to the organization. */
  readonly base: Kinds | undefined;
  /** Whether only some members were asked for, or are there: what the document has besides does not come along then, unless it requires it. */
  readonly isPart: boolean;
  readonly fits: (kinds: Kinds, value: unknown) => boolean;
  readonly jsonSchemaOf: (kinds: Kinds) => JsonSchema;
}

/**
 * The answer that the table would give, as a document has it: what the document allows stays as it is, what it has no word
 * for goes, what it refuses is replaced by an example, and what it has besides comes along.
 */
export function fitBody(body: unknown, options: FitOptions): FittedBody {
  const changes = new Map<string, string>();
  const { kinds, base } = options;
  return {
    body: fit({ kinds, base, value: body, member: '' }, options, changes),
    changes: [...changes].map(([member, claim]) => ({ member, claim })),
  };
}

interface Place {
  readonly kinds: Kinds;
  readonly base: Kinds | undefined;
  readonly value: unknown;
  readonly member: string;
}

function fit(place: Place, options: FitOptions, changes: Map<string, string>): unknown {
  const { value, base, member } = place;
  const kinds = alternativeFor(place.kinds, value, options);
  if (kinds.isUnsaid === true || (value === null && kinds.isNullable)) return value;
  if (isList(value) && kinds.list !== undefined) {
    const { element, minItems = 0, maxItems } = kinds.list;
    const elements = Array.from({ length: Math.max(value.length, minItems) }, (_, index) =>
      index < value.length ? value[index] : (value[0] ?? exampleAt(options.jsonSchemaOf(element))),
    ).slice(0, maxItems);
    if (elements.length !== value.length) changes.set(member, `has ${elements.length} elements`);
    const inside = { kinds: element, base: base?.list?.element, member: `${member}[]` };
    return elements.map((each) => fit({ ...inside, value: each }, options, changes));
  }
  if (isRecord(value) && kinds.object !== undefined) return fitMembers({ ...place, kinds }, value, options, changes);
  if (!isRecord(value) && !isList(value) && options.fits(kinds, value)) return value;
  const example = exampleAt(options.jsonSchemaOf(kinds));
  // Of a pattern no example may be known: nothing is claimed then.
  if (!options.fits(kinds, example)) return value;
  changes.set(member, `is ${shown(example)}`);
  return example;
}

function fitMembers(
  { kinds, base, member }: Place,
  value: Readonly<Record<string, unknown>>,
  options: FitOptions,
  changes: Map<string, string>,
): unknown {
  const { members = {}, others } = kinds.object ?? {};
  const inBase = base?.object?.members ?? {};
  const pathOf = (name: string) =>
    member === '' || member === '[]' ? `${member.slice(2)}${name}` : `${member}.${name}`;
  const kept = Object.entries(value).flatMap(([name, own]) => {
    const documented = Object.hasOwn(members, name) ? members[name] : others;
    const path = pathOf(name);
    const isGone = documented === undefined && Object.hasOwn(inBase, name);
    // Null where none may come any more is nothing, where nothing may.
    if (isGone || (own === null && documented?.isNullable === false && documented.isOptional)) {
      changes.set(path, 'is absent');
      return [];
    }
    if (documented === undefined) return [[name, own] as const];
    const inside = { kinds: documented, base: Object.hasOwn(inBase, name) ? inBase[name] : undefined };
    return [[name, fit({ ...inside, value: own, member: path }, options, changes)] as const];
  });
  const added = Object.entries(members)
    .filter(([name]) => !Object.hasOwn(value, name))
    .filter(([name, { isOptional }]) => {
      const known = Object.hasOwn(inBase, name) ? inBase[name] : undefined;
      return known === undefined ? !options.isPart || !isOptional : !isOptional && known.isOptional;
    })
    .map(([name, documented]) => {
      const example = exampleAt(options.jsonSchemaOf(documented));
      changes.set(pathOf(name), `is ${shown(example)}`);
      return [name, example] as const;
    });
  return Object.fromEntries([...kept, ...added]);
}

/** Of alternatives, the one that a value fits; else the one of its kind, else the first. */
function alternativeFor(kinds: Kinds, value: unknown, { fits }: FitOptions): Kinds {
  const { alternatives = [] } = kinds;
  const kind = kindOf(value);
  return (
    alternatives.find((each) => fits(each, value)) ??
    alternatives.find((each) => kind !== undefined && each[kind] !== undefined) ??
    alternatives[0] ??
    kinds
  );
}

function kindOf(value: unknown): Kind | undefined {
  if (isList(value)) return 'list';
  if (isRecord(value)) return 'object';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : undefined;
}
