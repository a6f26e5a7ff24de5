import type { Tell } from './compare-kinds.ts';
import { listed } from './kind-words.ts';
import type { BooleanKind, Kinds, NumberKind, TextKind } from './kinds.ts';

/** Tells in what formats, limits, and whether values are listed at all, two promises differ. */
export function compareRules(base: Kinds, source: Kinds, tell: Tell): void {
  for (const kind of ['text', 'number', 'boolean'] as const) {
    const [from, to] = [base[kind], source[kind]];
    if (from === undefined || to === undefined) continue;
    const [was, is] = [from.known ?? [], to.known ?? []];
    tell(isOpen(to) && !isOpen(from), 'enum-value-added', `may be something else than ${listed(was)}`, []);
    tell(isOpen(from) && !isOpen(to), 'enum-value-removed', `may only be ${listed(is)}`, []);
  }
  const [was, is] = [rulesOf(base, source), rulesOf(source, base)];
  for (const kind of ['format-changed', 'limit-changed'] as const) {
    const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => kindOfRule(name) === kind);
    const changed = names.filter((name) => was.get(name) !== is.get(name));
    const said = changed.map((name) => `${name} is ${is.get(name) ?? 'none'}, was ${was.get(name) ?? 'none'}`);
    tell(changed.length > 0, kind, said.join('; '));
  }
}

/** What lists its values, or doesn't. */
type Listed = TextKind | NumberKind | BooleanKind;

function isOpen(kind: Listed): boolean {
  return kind.known === undefined || ('isOpen' in kind && kind.isOpen);
}

const formats = new Set(['format', 'pattern']);

function kindOfRule(name: string): 'format-changed' | 'limit-changed' {
  return formats.has(name) ? 'format-changed' : 'limit-changed';
}

/** The formats and limits of the kinds that the other one has, too, by their names in JSON Schema. */
function rulesOf(one: Kinds, other: Kinds): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  const add = (kind: object | undefined, names: readonly string[], isMeant: unknown) => {
    if (kind && isMeant)
      for (const [name, value] of Object.entries(kind)) if (names.includes(name)) rules.set(name, String(value));
  };
  // Listed values have no other rule.
  add(one.text, ['format', 'pattern', 'minLength', 'maxLength'], isFree(one.text) && isFree(other.text));
  // Rules that hint at the size of a variable count only where both have one.
  const hints = one.number?.format && other.number?.format ? ['format'] : [];
  const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];
  add(one.number, [...hints, ...limits], isFree(one.number) && isFree(other.number));
  add(one.list, ['minItems', 'maxItems', 'isUnique'], other.list);
  add(one.object, ['minProperties', 'maxProperties', 'isClosed'], other.object);
  return rules;
}

function isFree(kind: Listed | undefined): boolean {
  return kind !== undefined && kind.known === undefined;
}
