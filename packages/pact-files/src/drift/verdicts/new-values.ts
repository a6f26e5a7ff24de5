import { type Change, type ChangeKind, type Kinds, type Misfit, misfits } from '@customer-contracts/schemas/shapes';

import { kindOf } from '../../matching/matchers.ts';
import { absent } from './changed-body.ts';
import { sampleValues } from './sample-values.ts';

/** Of many values that show one change, so many are tried. */
const mostTried = 12;

/**
 * What may stand at the place of a change now, and might not before; {@link absent} is nothing. None where a change only takes
 * something away that might come: whoever reads all that came reads what is left.
 */
export function newValues(change: Change, like: unknown): readonly unknown[] {
  const { kind, base, source, values } = change;
  switch (kind) {
    case 'became-nullable':
      return [null];
    case 'became-optional':
    case 'member-removed':
    case 'header-removed':
      return [absent];
    case 'enum-value-added':
      if (values !== undefined && values.length > 0) return values;
      // Of traffic no value is kept that looks like somebody's.
      return source?.text?.outside?.includes('value') === true ? ['another-value'] : onlyOf(source, base, kind, like);
    case 'type-changed': {
      const found = source === undefined ? [absent] : onlyOf(source, base, kind, like);
      return found.filter((value) => !isOfTriedType(change, value, like));
    }
    case 'format-changed':
    case 'limit-changed':
      return source === undefined ? [absent] : onlyOf(source, base, kind, like);
    case 'member-added':
    case 'header-added':
    case 'became-required':
    case 'no-longer-nullable':
    case 'enum-value-removed':
    case 'operation-added':
    case 'operation-removed':
    case 'status-added':
    case 'status-removed':
    case 'parameter-added':
    case 'parameter-removed':
    case 'parameter-required':
    case 'security-changed':
      return [];
    default:
      return kind satisfies never;
  }
}

/** Whether a value is of the new type that an example is of already: whoever refuses it does so for another reason. */
function isOfTriedType({ in: part, base }: Change, value: unknown, example: unknown): boolean {
  if (part !== 'body' || base === undefined || kindOf(value) !== kindOf(example)) return false;
  return misfits(base, example).some(({ path, what }) => path.length === 0 && what === 'kind');
}

function onlyOf(
  source: Kinds | undefined,
  base: Kinds | undefined,
  kind: ChangeKind,
  like: unknown,
): readonly unknown[] {
  if (source === undefined) return [];
  return sampleValues(source, base, like)
    .filter(
      (value) => misfits(source, value).length === 0 && (base === undefined || isMisfitOf(kind, misfits(base, value))),
    )
    .slice(0, mostTried);
}

/** What values are that only one side of a change allows. */
const misfitsOf: Readonly<Partial<Record<ChangeKind, readonly Misfit['what'][]>>> = {
  'enum-value-added': ['value'],
  'enum-value-removed': ['value'],
  'no-longer-nullable': ['null'],
  'type-changed': ['kind'],
  'format-changed': ['format'],
  // That there may be no other members is a limit as well.
  'limit-changed': ['limit', 'unknown'],
};

/** Whether a value misfits by what changed, and not by another change of the same place. */
export function isMisfitOf(kind: ChangeKind, found: readonly Misfit[]): boolean {
  const meant = misfitsOf[kind] ?? [];
  return found.some(({ what }) => meant.includes(what));
}

/** So many other values tell that one alone is let in. */
const mostFormer = 6;

/** Other values of the same type that might stand there before, some of them. */
export function formerValues(base: Kinds, value: unknown, example: unknown): readonly unknown[] {
  const found: unknown[] = [];
  for (const each of sampleValues(base, undefined, example)) {
    if (kindOf(each) === kindOf(value) && each !== example && misfits(base, each).length === 0) found.push(each);
    if (found.length === mostFormer) break;
  }
  return found;
}
