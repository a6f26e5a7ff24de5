import { anything } from './anything.ts';
import type { Change } from './change.ts';
import { kindsIn, listed, or, type Value } from './kind-words.ts';
import type { Kinds, ObjectKind } from './kinds.ts';

/** One change inside of a place; `member` is the way to it from there. */
export type KindsChange = Pick<Change, 'member' | 'kind' | 'what' | 'base' | 'source' | 'values'>;

/** What one of two sources can say about the other. */
export interface Comparable {
  /** Whether what only the source has is new: not where the base is traffic, which shows but a part, and the source is none. */
  readonly gains: boolean;
  /** Whether what only the base has is gone: not where the source is traffic. */
  readonly losses: boolean;
  /** What tells the rules by which two kinds differ: promises have some, of traffic it is known whether it left them. */
  readonly rules: (base: Kinds, source: Kinds, tell: Tell) => void;
}

/** Adds a change of the place that is compared, where it is one. */
export type Tell = (isTold: boolean, kind: Change['kind'], what: string, values?: Change['values']) => void;

/** Compares places, and keeps what it found of two objects: most stand in several answers. */
export class KindsComparison {
  readonly #can: Comparable;
  readonly #found = new WeakMap<ObjectKind, WeakMap<ObjectKind, readonly KindsChange[]>>();

  constructor(can: Comparable) {
    this.#can = can;
  }

  /** What the source says otherwise of a place. */
  compare(base: Kinds, source: Kinds): readonly KindsChange[] {
    if (base.isUnsaid || source.isUnsaid) return [];
    const { gains, losses, rules } = this.#can;
    const changes: KindsChange[] = [];
    const tell: Tell = (isTold, kind, what, values) => {
      if (isTold) changes.push({ member: '', kind, what, base, source, ...(values && { values }) });
    };
    const [was, is] = [kindsIn(base), kindsIn(source)];
    const hasNew = is.some((each) => !was.includes(each) && !(each === 'integer' && was.includes('number')));
    const hasLost = was.some((each) => !is.includes(each) && !(each === 'integer' && is.includes('number')));
    tell((gains && hasNew) || (losses && hasLost), 'type-changed', `is ${or(is)}, was ${or(was)}`);
    // Where anything may stand, null is one of it.
    const isAny = was.length === 5 || is.length === 5;
    tell(gains && source.isNullable && !base.isNullable && !isAny, 'became-nullable', 'may be null');
    tell(losses && base.isNullable && !source.isNullable && !isAny, 'no-longer-nullable', 'may no longer be null');
    tell(gains && source.isOptional && !base.isOptional, 'became-optional', 'may be left out');
    tell(losses && base.isOptional && !source.isOptional, 'became-required', 'must be there');
    this.#compareValues(base, source, tell);
    rules(base, source, tell);
    if (base.list && source.list) changes.push(...at('[]', this.compare(base.list.element, source.list.element)));
    if (base.object && source.object) changes.push(...this.#objects(base.object, source.object));
    return changes;
  }

  #compareValues(base: Kinds, source: Kinds, tell: Tell): void {
    const { gains, losses } = this.#can;
    for (const kind of ['text', 'number', 'boolean'] as const) {
      const was: readonly Value[] | undefined = base[kind]?.known;
      const is: readonly Value[] | undefined = source[kind]?.known;
      if (was === undefined || is === undefined) continue;
      const added = is.filter((each) => !was.includes(each));
      const removed = was.filter((each) => !is.includes(each));
      tell(gains && added.length > 0, 'enum-value-added', `may be ${listed(added)}`, added);
      tell(losses && removed.length > 0, 'enum-value-removed', `may no longer be ${listed(removed)}`, removed);
    }
  }

  #objects(base: ObjectKind, source: ObjectKind): readonly KindsChange[] {
    const known = this.#found.get(base)?.get(source);
    if (known !== undefined) return known;
    const changes = this.#compareMembers(base, source);
    const found = this.#found.get(base) ?? new WeakMap<ObjectKind, readonly KindsChange[]>();
    this.#found.set(base, found.set(source, changes));
    return changes;
  }

  #compareMembers(base: ObjectKind, source: ObjectKind): readonly KindsChange[] {
    const { gains, losses } = this.#can;
    const names = new Set([...Object.keys(base.members), ...Object.keys(source.members)]);
    const hasMembers = Object.keys(source.members).length > 0;
    const changes = [...names].flatMap((name): readonly KindsChange[] => {
      const [from, to] = [own(base.members, name), own(source.members, name)];
      if (from && to) return at(name, this.compare(from, to));
      if (to) {
        // That it came each time promises nothing.
        const what = `is new${to.isOptional || !losses ? '' : ', and must be there'}`;
        return gains ? [{ member: name, kind: 'member-added', what, source: to }] : [];
      }
      if (from === undefined) return [];
      const gone = hasMembers ? 'is gone' : 'is gone, and the object names no member any more';
      const what = source.elsewhere?.includes(name) ? 'is read-only or write-only now' : gone;
      if (losses) return [{ member: name, kind: 'member-removed', what, base: from }];
      // Traffic that always lacks what must be there.
      const isMissed = gains && !from.isOptional && !source.isPart;
      return isMissed ? [{ member: name, kind: 'became-optional', what: 'may be left out', base: from }] : [];
    });
    if (!(base.others ?? source.others) || base.isClosed || source.isClosed) return changes;
    return [...changes, ...at('*', this.compare(base.others ?? anyOther, source.others ?? anyOther))];
  }
}

const anyOther: Kinds = { ...anything, isOptional: true };

function own(members: ObjectKind['members'], name: string): Kinds | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

/** The changes one step further out. */
function at(step: string, changes: readonly KindsChange[]): readonly KindsChange[] {
  return changes.map((change) => ({ ...change, member: joined(step, change.member) }));
}

function joined(step: string, rest: string): string {
  return rest === '' || rest.startsWith('[') ? step + rest : `${step}.${rest}`;
}
