import { isList, isRecord } from '@customer-contracts/pact-files/internal';
import type { Place } from '@customer-contracts/schemas/plain';

import { always, joined, type Reading } from './reading.ts';

/** What a test reads of an answer whose example is known. */
export interface ReadExample {
  readonly reading: Reading | undefined;
  /** The members that the API doesn't document, by path, each with its example. */
  readonly allowed: ReadonlyMap<string, unknown>;
  /** What of the example can't be read, in whole sentences. */
  readonly remarks: readonly string[];
}

/**
 * What must be read of an answer so that all of an example is, as wide as the API answers it: what it may answer besides
 * would break the code that reads. `isExact` says where the example is the only value.
 */
export function readExample(
  documented: Place,
  example: unknown,
  isExact: (path: readonly (string | number)[]) => boolean,
): ReadExample {
  const allowed = new Map<string, unknown>();
  const remarks: string[] = [];
  const reading = readAt({ place: documented, value: example, path: [] }, { isExact, allowed, remarks });
  return { reading, allowed, remarks: [...new Set(remarks)] };
}

interface At {
  /** What the API says of the place; `undefined` where it says nothing. */
  readonly place: Place | undefined;
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

interface Found {
  readonly isExact: (path: At['path']) => boolean;
  readonly allowed: Map<string, unknown>;
  readonly remarks: string[];
}

function readAt(at: At, found: Found): Reading | undefined {
  const { place, value, path } = at;
  if (place === undefined) return readUndocumented(value);
  const { shape, isNullable } = place;
  const misfit = (what: string): undefined => {
    found.remarks.push(`${nameOf(path)} is ${inWords(value)}, and the API answers ${what} there: it is not read.`);
  };
  if (value === null && !isNullable) return misfit('no null');
  const plain = (kind: 'text' | 'number' | 'boolean'): Reading => ({ ...always({ kind }), isNullable });
  switch (shape.kind) {
    case 'string':
      return value === null || typeof value === 'string' ? plain('text') : misfit('a text');
    case 'number':
      return value === null || typeof value === 'number' ? plain('number') : misfit('a number');
    case 'boolean':
      return value === null || typeof value === 'boolean' ? plain('boolean') : misfit('true or false');
    case 'constant':
      if (typeof value !== typeof shape.value) return misfit(JSON.stringify(shape.value));
      if (value === shape.value && found.isExact(path)) return always({ kind: 'value', value: shape.value });
      return plain(typeof shape.value === 'string' ? 'text' : typeof shape.value === 'number' ? 'number' : 'boolean');
    case 'list':
      if (value !== null && !isList(value)) return misfit('a list');
      return { ...readList(value ?? [], { ...at, place: shape.element }, found), isNullable };
    case 'object': {
      if (value !== null && !isRecord(value)) return misfit('an object');
      const read = readMembers(value ?? {}, at, shape.members, found);
      // Of an object of which nothing can be read, nothing is asked.
      return read.size === 0 && Object.keys(value ?? {}).length > 0
        ? undefined
        : { ...always({ kind: 'object', members: read }), isNullable };
    }
    case 'map':
      if (!isRecord(value)) return misfit('an object');
      return readUndocumented(value);
    case 'anything':
      return always({ kind: 'anything' });
    default:
      return shape satisfies never;
  }
}

function readList(value: readonly unknown[], { place, path }: At, found: Found): Reading {
  const elements = value.flatMap((each, index) => readAt({ place, value: each, path: [...path, index] }, found) ?? []);
  return always({ kind: 'list', element: joined(elements) ?? always({ kind: 'anything' }) });
}

function readMembers(
  value: Readonly<Record<string, unknown>>,
  { path }: At,
  documented: Readonly<Record<string, Place>>,
  found: Found,
): ReadonlyMap<string, Reading> {
  const members = Object.entries(value).flatMap(([name, each]) => {
    const inside = [...path, name];
    const place = Object.hasOwn(documented, name) ? documented[name] : undefined;
    if (place === undefined && !allow(inside, each, found)) return [];
    const reading = readAt({ place, value: each, path: inside }, found);
    return reading === undefined ? [] : [[name, reading] as const];
  });
  return new Map(members);
}

/** Whether a member that the API doesn't document can be read all the same: by its path, which has words for plain names alone. */
function allow(path: At['path'], example: unknown, { allowed, remarks }: Found): boolean {
  const names = path[0] === undefined || typeof path[0] === 'string' ? path : path.slice(1);
  const isPlain = names.every((step) => typeof step === 'string' && /^[A-Za-z_$][\w$-]*$/.test(step));
  if (isPlain && !names.includes('__proto__')) {
    allowed.set(names.join('.'), example);
    return true;
  }
  remarks.push(`The API documents no ${nameOf(path)}: it is not read.`);
  return false;
}

/** What nobody documents is read as the example is. */
function readUndocumented(value: unknown): Reading {
  if (typeof value === 'string') return always({ kind: 'text' });
  if (typeof value === 'number') return always({ kind: 'number' });
  if (typeof value === 'boolean') return always({ kind: 'boolean' });
  if (isList(value)) {
    const element = joined(value.map(readUndocumented)) ?? always({ kind: 'anything' });
    return always({ kind: 'list', element });
  }
  if (!isRecord(value)) return always({ kind: 'anything' });
  const names = Object.keys(value);
  if (names.length === 0 || names.includes('__proto__')) return always({ kind: 'map' });
  const members = Object.entries(value).map(([name, each]) => [name, readUndocumented(each)] as const);
  return always({ kind: 'object', members: new Map(members) });
}

function nameOf(path: At['path']): string {
  const steps = path.map((step) => (typeof step === 'number' ? '[]' : `.${step}`));
  return steps.join('').replace(/^\./, '') || 'The body';
}

function inWords(value: unknown): string {
  if (value === null) return 'null';
  if (isList(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  return isRecord(value) ? 'an object' : `a ${typeof value}`;
}
